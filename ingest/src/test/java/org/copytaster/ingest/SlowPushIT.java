package org.copytaster.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.Requests.get;
import static org.copytaster.parts.testing.Requests.json;
import static org.copytaster.parts.testing.Requests.post;
import static org.copytaster.parts.testing.Requests.push;
import static org.copytaster.parts.testing.Requests.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that send a byte a second: they may hang, and nobody else waits for them. */
@ExtendWith(Lanes.class)
class SlowPushIT {

  private static final Duration PROMPT = Duration.ofSeconds(5);

  private final Pushing ingest = new Pushing();
  private final List<Socket> slow = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() throws IOException {
    trickle.shutdownNow();
    for (var socket : slow) {
      socket.close();
    }
    ingest.close();
  }

  @Test
  void othersAreAnsweredWhileTwoHundredSlowClientsHang(Lane lane) throws Exception {
    var base = ingest.start(lane);
    for (int i = 0; i < 50; i++) {
      hang(base, "/v1/articles", "application/json");
      hang(base, "/v1/push", "application/json");
      hang(base, "/push_binary", "multipart/form-data; boundary=b0");
      hang(base, "/v1/articles:batch", "application/x-ndjson");
    }
    var unused = trickle.scheduleAtFixedRate(this::sendAByte, 0, 1, TimeUnit.SECONDS);

    for (int i = 0; i < 40; i++) {
      var article = Pushing.ARTICLE.replace("coast:1", "coast:" + i);
      assertThat(send(push(base, article).timeout(PROMPT)).statusCode()).isEqualTo(202);
    }
    assertThat(send(get(base + "/health/ready").timeout(PROMPT)).statusCode()).isEqualTo(200);
    var batch = post(base + "/v1/articles:batch", "application/json", Pushing.ARTICLE);
    assertThat(send(batch.timeout(PROMPT)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoTricklesForTooLongIsToldSoAndTheRoomForBatchesIsFreeAgain(Lane lane) throws Exception {
    var base = ingest.start(lane, "COPYTASTER_INGEST_BODY_PATIENCE", "15s");
    // the very first push takes longest
    var first = push(base, Pushing.ARTICLE.replace("coast:1", "coast:0"));
    assertThat(send(first).statusCode()).isEqualTo(202);
    hang(base, "/v1/articles", "application/json");
    for (int i = 0; i < 16; i++) {
      hang(base, "/v1/articles:batch", "application/x-ndjson");
    }
    var unused = trickle.scheduleAtFixedRate(this::sendAByte, 0, 1, TimeUnit.SECONDS);
    var batch = post(base + "/v1/articles:batch", "application/x-ndjson", Pushing.ARTICLE);
    await().untilAsserted(() -> assertThat(send(batch).statusCode()).isEqualTo(429));

    slow.get(0).setSoTimeout(30_000);
    var answer = new String(slow.get(0).getInputStream().readNBytes(12), ISO_8859_1);

    assertThat(answer).isEqualTo("HTTP/1.1 408");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(json(send(batch)).path("status").asInt()).isEqualTo(202));
  }

  private void hang(String base, String path, String type) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort());
    slow.add(socket);
    var head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 100000\r\n\r\n{";
    socket.getOutputStream().write(head.formatted(path, type).getBytes(ISO_8859_1));
  }

  private void sendAByte() {
    for (var socket : slow) {
      try {
        socket.getOutputStream().write('{');
      } catch (IOException e) {
        // the server has had enough of it
      }
    }
  }
}
