package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.console.RecallSamples.file;
import static org.copytaster.console.RecallSamples.kill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Writing;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.signed.WebhookSignatures;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecallKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Recalls that are sent to subscribers' own addresses. */
@ExtendWith(Lanes.class)
class WebhookIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir private Path directory;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final CountDownLatch slow = new CountDownLatch(1);
  private HttpServer receiver;
  private Lane lane;

  /** What the receiver was sent. */
  private record Call(String path, String id, String timestamp, String signature, String body) {}

  @BeforeEach
  void open(Lane lane) throws IOException {
    this.lane = lane;
    new StoreBench(lane).close(); // makes the tables
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          var headers = exchange.getRequestHeaders();
          calls.add(
              new Call(
                  path,
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          if (path.equals("/slow")) {
            try {
              slow.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          var body = answer(path).getBytes(UTF_8);
          exchange.sendResponseHeaders(statuses.getOrDefault(path, 200), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    receiver.start();
    Files.writeString(directory.resolve("secret"), SECRET);
  }

  @AfterEach
  void close() {
    slow.countDown();
    receiver.stop(0);
  }

  private static String answer(String path) {
    return switch (path) {
      case "/acts" -> "{\"acknowledged\":true}";
      case "/long" -> "{\"acknowledged\":true,\"x\":\"" + "x".repeat(100_000) + "\"}";
      default -> "thanks";
    };
  }

  @Test
  void aRecallIsPostedSignedAndTheAnswerIsDeliveryOnly() throws Exception {
    subscriber("paper", "/taken");
    try (var console = console()) {
      publish(kill("one", Instant.now()));
      await().atMost(PATIENCE).until(() -> scraped(console, "paper", "delivered") == 1);
    }

    var call = calls.get(0);
    assertThat(call.id()).isEqualTo("one");
    assertThat(
            WebhookSignatures.fit(
                new Secret(SECRET),
                call.id(),
                call.timestamp(),
                call.body().getBytes(UTF_8),
                call.signature()))
        .isTrue();
    var body = new ObjectMapper().readTree(call.body());
    assertThat(body.path("type").asText()).isEqualTo("org.copytaster.article.recalled");
    assertThat(body.path("id").asText()).isEqualTo("one");
    assertThat(body.path("kind").asText()).isEqualTo("KILL");
    assertThat(body.at("/versions/0/version").asInt()).isEqualTo(1);
    assertThat(Reading.count(lane.kafka(), lane.topics().acknowledgements())).isZero();
  }

  @Test
  void anAnswerThatSaysSoAcknowledges() throws Exception {
    subscriber("paper", "/acts");
    subscriber("radio", "/long");
    try (var console = console()) {
      publish(kill("one", Instant.now()));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  scraped(console, "paper", "acknowledged") == 1
                      && scraped(console, "radio", "delivered") == 1);
    }

    var written =
        Reading.<Acknowledgement>records(lane.kafka(), lane.topics().acknowledgements(), 1);
    assertThat(written)
        .extracting(record -> record.value().getSubscriber())
        .containsExactly("paper");
    assertThat(written.get(0).value().getRecallId()).isEqualTo("one");
  }

  @Test
  void whatIsNotTakenIsSentAgainAndRedirectsAreNotFollowed() throws Exception {
    statuses.put("/moved", 307);
    subscriber("paper", "/moved");
    try (var console = console()) {
      publish(kill("one", Instant.now()));
      await().atMost(PATIENCE).until(() -> calls.size() >= 2);
      statuses.put("/moved", 202);
      await().atMost(PATIENCE).until(() -> scraped(console, "paper", "delivered") == 1);
    }

    assertThat(calls).extracting(Call::path).containsOnly("/moved");
    assertThat(calls).extracting(Call::id).containsOnly("one");
  }

  @Test
  void whoeverIsSlowHoldsUpNobodyElse() throws Exception {
    subscriber("slow", "/slow");
    subscriber("paper", "/taken");
    try (var console = console()) {
      publish(kill("one", Instant.now()));
      await().atMost(PATIENCE).until(() -> scraped(console, "paper", "delivered") == 1);
      assertThat(scraped(console, "slow", "delivered")).isZero();
      slow.countDown();
    }
  }

  @Test
  void whatWasNotTakenIsSentAfterARestartAndWhatWasIsNot() throws Exception {
    subscriber("paper", "/taken");
    try (var console = console()) {
      publish(kill("one", Instant.now()));
      await().atMost(PATIENCE).until(() -> scraped(console, "paper", "delivered") == 1);
      statuses.put("/taken", 503);
      publish(kill("two", Instant.now()));
      await().atMost(PATIENCE).until(() -> scraped(console, "paper", "failed") >= 1);
    }
    publish(kill("three", Instant.now()));
    statuses.remove("/taken");

    try (var again = console()) {
      await().atMost(PATIENCE).until(() -> scraped(again, "paper", "delivered") == 2);
    }
    assertThat(calls.stream().filter(call -> call.id().equals("one"))).hasSize(1);
    assertThat(calls).extracting(Call::id).contains("two", "three");
  }

  /** What was issued before its loop reads at all would be tried once only. */
  @Test
  void aDeliveryHasAnEnd() throws Exception {
    subscriber("paper", "/never");
    subscriber("radio", "/gone");
    try (var console = console("COPYTASTER_CONSOLE_WEBHOOK_END", "3s")) {
      publish(kill("before", Instant.now()));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  scraped(console, "paper", "delivered") == 1
                      && scraped(console, "radio", "delivered") == 1);
      statuses.put("/never", 500);
      statuses.put("/gone", 410);
      publish(kill("one", Instant.now()));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  scraped(console, "paper", "given-up") == 1
                      && scraped(console, "radio", "given-up") == 1);
    }
    assertThat(calls.stream().filter(call -> call.path().equals("/never"))).hasSizeGreaterThan(2);
    assertThat(calls.stream().filter(call -> call.path().equals("/gone"))).hasSize(2);
  }

  @Test
  void aPrivateAddressIsNotCalled() throws Exception {
    subscriber("paper", "/taken");
    try (var console = console("COPYTASTER_CONSOLE_WEBHOOK_PRIVATE", "false")) {
      publish(kill("one", Instant.now()));
      await().atMost(PATIENCE).until(() -> scraped(console, "paper", "failed") >= 1);
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void onlyWhatConcernsASubscriberIsSentToIt() throws Exception {
    file(
        directory,
        "paper.yaml",
        "name: paper",
        "kinds: [kill]",
        "url: " + url("/taken"),
        "webhook-secret: file:secret");
    try (var console = console()) {
      publish(Recall.newBuilder(kill("hold", Instant.now())).setKind(RecallKind.HOLD).build());
      publish(kill("one", Instant.now()));
      await().atMost(PATIENCE).until(() -> scraped(console, "paper", "delivered") == 1);
    }
    assertThat(calls).extracting(Call::id).containsExactly("one");
  }

  private ConsoleBench console(String... more) {
    var all = new java.util.ArrayList<>(List.of(more));
    all.addAll(List.of("COPYTASTER_CONSOLE_SUBSCRIBERS", directory.toString()));
    if (!all.contains("COPYTASTER_CONSOLE_WEBHOOK_PRIVATE")) {
      all.addAll(List.of("COPYTASTER_CONSOLE_WEBHOOK_PRIVATE", "true"));
    }
    return new ConsoleBench(lane, all.toArray(String[]::new));
  }

  private void subscriber(String name, String path) throws IOException {
    file(
        directory,
        name + ".yaml",
        "name: " + name,
        "url: " + url(path),
        "webhook-secret: file:secret");
  }

  private String url(String path) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
  }

  private void publish(Recall recall) {
    Writing.records(lane.kafka(), lane.topics().recalls(), List.of(recall));
  }

  private static double scraped(ConsoleBench console, String subscriber, String outcome) {
    return console
        .scrape()
        .lines()
        .filter(line -> line.startsWith("copytaster_console_webhooks_total{"))
        .filter(line -> line.contains("outcome=\"" + outcome + "\""))
        .filter(line -> line.contains("subscriber=\"" + subscriber + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
