package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.parts.CutProxy;
import org.copytaster.parts.EmbeddedBroker;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network between all services and the broker goes away while copy comes in, without either
 * side being told. {@code -Dcut=90} cuts it for another number of seconds.
 */
@ExtendWith(Lanes.class)
class BrokerCutIT {

  private static final Duration CUT = Duration.ofSeconds(Integer.getInteger("cut", 12));
  private static final Duration SEEN = Duration.ofSeconds(8);
  private static final int ENOUGH = 60;

  private final HttpClient http = HttpClient.newHttpClient();

  /** What was acknowledged, and after how many pushes. */
  private final Map<String, Integer> pushes = new HashMap<>();

  private volatile boolean over;

  @Test
  void nothingIsLostOrDoubledThoughTheServicesAreCutOffFromTheBroker(
      Lane lane, @TempDir Path directory) throws Exception {
    int port = Ports.free();
    try (var network = new CutProxy(port);
        var broker = new EmbeddedBroker(directory.resolve("broker"), port, network)) {
      broker.start();
      try (var pipeline = new Pipeline(lane.on(broker.bootstrap(), 1), directory)) {
        pipeline.start();
        var pushing = CompletableFuture.runAsync(() -> push(pipeline));
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged() >= ENOUGH);

        network.cut();
        long begin = System.nanoTime();
        for (var service : List.of("ingest", "enrich", "sink")) {
          await().atMost(SEEN).until(() -> ready(pipeline, service), code -> code == 503);
        }
        // how long it is cut is the fault itself: there is nothing to wait for
        TimeUnit.NANOSECONDS.sleep(CUT.toNanos() - (System.nanoTime() - begin));
        network.mend();

        for (var service : List.of("ingest", "enrich", "sink")) {
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> ready(pipeline, service), code -> code == 200);
        }
        int before = acknowledged();
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged() >= before + ENOUGH);
        over = true;
        pushing.join();

        for (var guid : pushes.keySet()) {
          pipeline.stored(guid, 1);
        }
        var enriched =
            pipeline.enriched(pushes.size()).stream()
                .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
        assertThat(enriched.keySet()).containsExactlyInAnyOrderElementsOf(pushes.keySet());
        assertThat(enriched)
            .as("no more often than it was pushed for want of an answer")
            .allSatisfy(
                (guid, times) ->
                    assertThat(times).isLessThanOrEqualTo(pushes.getOrDefault(guid, 0)));
        assertThat(pushes).containsValue(1);
      }
    }
  }

  private synchronized int acknowledged() {
    return pushes.size();
  }

  /** Pushes one after the other, each until it is acknowledged. */
  private void push(Pipeline pipeline) {
    for (int i = 0; !over; i++) {
      var guid = "urn:cut:" + i;
      int code = 503;
      int times = 0;
      for (; code == 503; times++) {
        code = answer(pipeline, guid);
      }
      assertThat(code).as("the answer to a push").isIn(200, 202, 503);
      synchronized (this) {
        if (code != 503) {
          pushes.put(guid, times);
        }
      }
    }
  }

  private int answer(Pipeline pipeline, String guid) {
    var uri = URI.create("http://127.0.0.1:" + pipeline.port("ingest") + "/v1/articles");
    var article = Pipeline.article(guid, 1, "Body");
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(article));
    return send(request);
  }

  private int ready(Pipeline pipeline, String service) {
    var uri = URI.create("http://127.0.0.1:" + pipeline.port(service) + "/health/ready");
    return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)));
  }

  private int send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new AssertionError("no answer at all", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
