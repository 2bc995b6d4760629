package org.copytaster.runtime.trace;

import io.micrometer.core.instrument.Counter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.logging.Logger;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sends spans, counts them, and says once a minute at most that nobody takes them. */
final class CountedExporter implements SpanExporter {

  /** A collector that has not answered by then is away. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /** The library's own words go past our log, and repeat what a stranger has answered. */
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  private final SpanExporter exporter;
  private final String endpoint;
  private final Counter sent;
  private final Counter lost;
  private final SparseLog untaken =
      new SparseLog(LoggerFactory.getLogger(CountedExporter.class), Level.WARN);

  CountedExporter(SpanExporter exporter, URI endpoint, Metrics metrics) {
    this.exporter = exporter;
    this.endpoint = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    this.sent = counter(metrics, "sent");
    this.lost = counter(metrics, "lost");
  }

  /** One that speaks OTLP, binary over HTTP; a batch that is not taken is not sent again. */
  static SpanExporter otlp(URI endpoint, TraceSettings settings, Metrics metrics) {
    LIBRARY.setLevel(java.util.logging.Level.OFF);
    var base = endpoint.toString().replaceFirst("/+$", "");
    var builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(base.endsWith("/v1/traces") ? base : base + "/v1/traces")
            .setCompression("gzip")
            .setConnectTimeout(CONNECTING)
            .setTimeout(PATIENCE)
            .setRetryPolicy(null);
    var authorization = settings.authorization().reveal();
    if (!authorization.isEmpty()) {
      builder.addHeader("Authorization", authorization);
    }
    return new CountedExporter(builder.build(), endpoint, metrics);
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int count = spans.size();
    CompletableResultCode result;
    try {
      result = exporter.export(spans);
    } catch (RuntimeException e) {
      return failed(count, e);
    }
    return result.whenComplete(
        () -> {
          if (result.isSuccess()) {
            sent.increment(count);
          } else {
            failed(count, result.getFailureThrowable());
          }
        });
  }

  private CompletableResultCode failed(int count, @Nullable Throwable e) {
    lost.increment(count);
    untaken.say(
        "{} spans are lost: {} does not take them: {}",
        count,
        endpoint,
        e == null ? "it refuses them or does not answer" : Fault.of(e));
    return CompletableResultCode.ofFailure();
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  static Counter counter(Metrics metrics, String outcome) {
    return metrics.counter(Metrics.SPANS, "spans by what became of them", "outcome", outcome);
  }
}
