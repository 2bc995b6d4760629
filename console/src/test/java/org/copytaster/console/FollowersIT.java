package org.copytaster.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Clients that hold streams, or go away in the middle of an answer. */
@ExtendWith(Lanes.class)
class FollowersIT {

  private static final int MOST_OF_A_CLIENT = 12;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Socket> sockets = new ArrayList<>();
  private StoreBench bench;
  private ConsoleBench console;

  @BeforeEach
  void open(Lane lane) {
    bench = new StoreBench(lane);
    console = new ConsoleBench(lane);
  }

  @AfterEach
  void close() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    console.close();
    bench.close();
  }

  @Test
  void oneClientCannotHoldTheStreamsOfAll() throws Exception {
    for (int i = 0; i < MOST_OF_A_CLIENT; i++) {
      assertThat(follow(1)).startsWith("HTTP/1.1 200");
    }

    var refused = http.send(events(), HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body()).contains("\"status\":429", "this address");
    assertThat(follow(2)).startsWith("HTTP/1.1 200");
  }

  @Test
  void clientThatGoesAwayMakesRoom() throws Exception {
    for (int i = 0; i < MOST_OF_A_CLIENT; i++) {
      follow(1);
    }
    assertThat(console.followers()).isEqualTo(MOST_OF_A_CLIENT);
    assertThat(follow(1)).startsWith("HTTP/1.1 429");

    for (int i = 0; i < sockets.size(); i++) {
      // Half of them with a reset, half of them as a browser does.
      sockets.get(i).setSoLinger(i % 2 == 0, 0);
      sockets.get(i).close();
    }

    await().atMost(StoreBench.PATIENCE).until(() -> console.followers() == 0);
    assertThat(follow(1)).startsWith("HTTP/1.1 200");
  }

  @Test
  void whoeverGoesAwayInTheMiddleTheyCostTheLogALineTogether() throws Exception {
    for (int i = 0; i < 20; i++) {
      bench.store(usable("urn:x:" + i, 1, "Ferry " + i, "Lagos on Monday. ".repeat(6_000)));
    }
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var before = root.getLevel();
    log.start();
    root.setLevel(Level.WARN);
    root.addAppender(log);
    try {
      for (int i = 0; i < 60; i++) {
        abort("GET /v1/articles/urn:x:" + i % 20 + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        abort("GET /v1/articles?limit=200 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        abort("GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        abort("GET /v1/articles HTTP/1.1\r\nHo");
        abort("GET /page.js HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\nx");
        abort(
            "GET /v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n");
      }
      await().atMost(StoreBench.PATIENCE).until(() -> console.followers() == 0);
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }

    assertThat(log.list)
        .filteredOn(line -> !line.getLoggerName().startsWith("org.apache.kafka."))
        .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull())
        .extracting(ILoggingEvent::getFormattedMessage)
        .hasSizeLessThanOrEqualTo(1);
    assertThat(get("/health/ready")).contains("UP");
  }

  @Test
  void answerThatTakesTooLongIsGivenUpWithAPlainSentence() throws Exception {
    try (var connection = java.sql.DriverManager.getConnection(bench.tables().url());
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table articles in access exclusive mode");

      var request = HttpRequest.newBuilder(console.uri("/v1/articles?q=ferry"));
      var answer =
          http.send(
              request.timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("took too long");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      connection.rollback();
    }
  }

  private void abort(String request) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), console.uri("/").getPort());
    socket.setSoLinger(true, 0);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    socket.close();
  }

  /** The head of the answer to 127.0.0.{@code from}; the stream stays open. */
  private String follow(int from) throws IOException {
    var socket =
        new Socket(
            InetAddress.getLoopbackAddress(),
            console.uri("/").getPort(),
            InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) from}),
            0);
    sockets.add(socket);
    var request = "GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
  }

  private HttpRequest events() {
    return HttpRequest.newBuilder(console.uri("/v1/events"))
        .timeout(Duration.ofSeconds(10))
        .build();
  }

  private String get(String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(console.uri(path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
