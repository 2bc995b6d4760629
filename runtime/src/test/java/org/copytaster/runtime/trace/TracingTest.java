package org.copytaster.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class TracingTest {

  private static final String ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String TRACE = "00-" + ID + "-b7ad6b7169203331-01";

  private final KeptSpans kept = new KeptSpans();

  @Test
  void aStepContinuesTheTraceThatItIsGiven() {
    try (var tracing = tracing(1);
        var step = tracing.step(StepKind.TAG, TRACE).from("pa")) {
      step.about("urn:1", 2).at("news.articles", 3, 4).decided("pass");

      assertThat(step.traceparent()).hasValueSatisfying(t -> assertThat(t).startsWith("00-" + ID));
    }

    var span = only();
    assertThat(span.getTraceId()).isEqualTo(ID);
    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span.getName()).isEqualTo("tag article");
    assertThat(span.getAttributes().asMap())
        .contains(
            entry(StepKind.GUID, "urn:1"),
            entry(StepKind.VERSION, 2L),
            entry(StepKind.SOURCE, "pa"),
            entry(StepKind.TOPIC, "news.articles"),
            entry(StepKind.PARTITION, "3"),
            entry(StepKind.OFFSET, 4L),
            entry(StepKind.DECISION, "pass"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n00-x"
      })
  void whatIsNoTraceBeginsOne(String bad) {
    try (var tracing = tracing(1);
        var step = tracing.step(StepKind.RECEIVE, bad)) {
      assertThat(step.traceparent().orElseThrow()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
    }

    assertThat(only().getTraceId()).isNotEqualTo(ID);
    assertThat(only().getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void withoutAnEndpointNothingGoesWithARecord() {
    try (var tracing = Tracing.start(TraceSettings.OFF, new Metrics("enrich"));
        var step = tracing.step(StepKind.TAG, TRACE).about("urn:1", 1)) {
      assertThat(tracing.on()).isFalse();
      assertThat(step.traceparent()).isEmpty();
      assertThat(MDC.get("traceId")).isEqualTo(ID);
      assertThat(MDC.get("guid")).isEqualTo("urn:1");
      assertThat(MDC.get("service")).isEqualTo("enrich");
    }
    assertThat(MDC.get("traceId")).isNull();
    assertThat(MDC.get("guid")).isNull();
  }

  @Test
  void aStepWithinAnotherGivesBackWhatTheLogSaidBefore() {
    try (var tracing = tracing(1);
        var outer = tracing.step(StepKind.RECEIVE, null).from("pa")) {
      var trace = MDC.get("traceId");
      var inner = tracing.step(StepKind.PUBLISH, outer.traceparent().orElse(null));
      inner.from("ap").about("urn:1", 1);
      assertThat(MDC.get("traceId")).isEqualTo(trace);
      assertThat(MDC.get("source")).isEqualTo("ap");
      inner.close();
      inner.close();
      assertThat(MDC.get("source")).isEqualTo("pa");
      assertThat(MDC.get("guid")).isNull();
    }
  }

  /** What services of one ratio keep of a trace, or its caller leaves out. */
  @ParameterizedTest
  @CsvSource({"1, 01, 200", "0, 01, 0", "1, 00, 0"})
  void theIdOfATraceDecidesWhetherItIsKept(double ratio, String flags, int expected) {
    try (var tracing = tracing(ratio)) {
      for (var id : ids()) {
        tracing.step(StepKind.TAG, "00-" + id + "-b7ad6b7169203331-" + flags).close();
      }
    }

    assertThat(kept.all()).hasSize(expected);
  }

  @Test
  void twoServicesKeepTheSameTraces() {
    var other = new KeptSpans();
    try (var tracing = tracing(0.3);
        var second = Tracing.to(other, settings(0.3), new Metrics("sink"))) {
      for (var id : ids()) {
        try (var step = tracing.step(StepKind.TAG, "00-" + id + "-b7ad6b7169203331-01")) {
          second.step(StepKind.STORE, step.traceparent().orElseThrow(), Instant.now()).close();
        }
      }
    }

    assertThat(traces(kept)).hasSizeBetween(20, 120).isEqualTo(traces(other));
  }

  @Test
  void hostileNamesAreBoundedAndAFailureIsToldWithoutItsMessage() {
    try (var tracing = tracing(1);
        var step = tracing.step(StepKind.TAG, null)) {
      step.about("u".repeat(100_000), 1).failed(new IllegalStateException("SECRET of the copy"));
    }

    assertThat(only().getAttributes().get(StepKind.GUID)).hasSize(301);
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(only().toString()).contains("IllegalStateException").doesNotContain("SECRET");
  }

  @Test
  void whatIsForgottenIsNotSent() {
    try (var tracing = tracing(1);
        var step = tracing.step(StepKind.RECEIVE, null)) {
      step.forget();
    }

    assertThat(kept.all()).isEmpty();
    assertThat(MDC.get("service")).isNull();
  }

  @Test
  void linksNameOtherTraces() {
    try (var tracing = tracing(1);
        var batch = tracing.step(StepKind.STORE_BATCH, null)) {
      batch.linked(TRACE).linked("no trace");
    }

    assertThat(only().getLinks())
        .singleElement()
        .satisfies(link -> assertThat(link.getSpanContext().getTraceId()).isEqualTo(ID));
  }

  @Test
  void whereNobodyListensSpansAreCountedAsLostAndThatIsSaidOnce() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var said = new ListAppender<ILoggingEvent>();
    said.start();
    var log = (Logger) LoggerFactory.getLogger(CountedExporter.class);
    log.addAppender(said);
    var metrics = new Metrics("ingest");
    try (var tracing = Tracing.start(at(port), metrics)) {
      for (int i = 0; i < 2_000; i++) {
        tracing.step(StepKind.RECEIVE, null).close();
      }
    } finally {
      log.detachAppender(said);
    }

    assertThat(metrics.scrape())
        .containsPattern("copytaster_traces_spans_total\\{outcome=\"lost\".*} [1-9]")
        .containsPattern("copytaster_traces_spans_total\\{outcome=\"sent\".*} 0");
    assertThat(said.list)
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getFormattedMessage())
                    .contains("http://127.0.0.1:" + port + " does not take them"));
  }

  @Test
  void aCollectorThatNeverAnswersHoldsNothingUp() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var metrics = new Metrics("ingest");
      var tracing = Tracing.start(at(silent.getLocalPort()), metrics);
      for (int i = 0; i < 4 * SpanQueue.LONGEST; i++) {
        tracing.step(StepKind.RECEIVE, null).close();
      }
      long began = System.nanoTime();
      tracing.close();

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
      var dropped = (int) spans(metrics, "dropped");
      assertThat(dropped).isBetween(2 * SpanQueue.LONGEST, 3 * SpanQueue.LONGEST);
    }
  }

  @Test
  void whatIsTakenMakesRoomSoThatNothingIsDropped() {
    var metrics = new Metrics("ingest");
    try (var tracing = Tracing.to(kept, settings(1), metrics)) {
      for (int round = 1; round <= 3; round++) {
        for (int i = 0; i < SpanQueue.LONGEST - 1_000; i++) {
          tracing.step(StepKind.RECEIVE, null).close();
        }
        await().atMost(Duration.ofSeconds(20)).until(whole(round * (SpanQueue.LONGEST - 1_000)));
      }
    }

    assertThat(spans(metrics, "dropped")).isZero();
  }

  private Callable<Boolean> whole(int count) {
    return () -> kept.all().size() == count;
  }

  private static double spans(Metrics metrics, String outcome) {
    return metrics
        .scrape()
        .lines()
        .filter(
            line -> line.startsWith("copytaster_traces_spans_total{outcome=\"" + outcome + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void settingsSayWhatIsWrong() {
    var settings =
        Settings.of(
            Map.of(
                "COPYTASTER_OTLP_ENDPOINT", "http://user:word@host:4318",
                "COPYTASTER_OTLP_RATIO", "2",
                "COPYTASTER_LOG", "xml"));
    TraceSettings.read(settings);

    assertThat(catchThrowable(() -> settings.check(List.of())))
        .extracting(failure -> String.valueOf(failure.getMessage()).lines().toList())
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .containsExactlyInAnyOrder(
            "COPYTASTER_LOG must be text or json, but is 'xml'",
            "COPYTASTER_OTLP_ENDPOINT must be an http or https address without user, query or"
                + " fragment",
            "COPYTASTER_OTLP_RATIO must be a number from 0 to 1, such as 0.5, but is '2'");
  }

  private Tracing tracing(double ratio) {
    return Tracing.to(kept, settings(ratio), new Metrics("ingest"));
  }

  private static TraceSettings settings(double ratio) {
    return new TraceSettings(Optional.empty(), Secret.NONE, ratio);
  }

  private static TraceSettings at(int port) {
    return new TraceSettings(
        Optional.of(URI.create("http://127.0.0.1:" + port)), new Secret("Bearer x"), 1);
  }

  private static List<String> ids() {
    return new Random(7).longs(200).mapToObj(each -> "%032x".formatted(each | 1)).toList();
  }

  private static List<String> traces(KeptSpans spans) {
    return spans.all().stream().map(SpanData::getTraceId).sorted().toList();
  }

  private SpanData only() {
    assertThat(kept.all()).hasSize(1);
    return kept.all().get(0);
  }
}
