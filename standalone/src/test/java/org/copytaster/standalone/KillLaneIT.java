package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Writing;
import org.copytaster.runtime.Metrics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.standalone.push.PushClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Kills and holds do not wait behind what waits to be tagged. */
@ExtendWith(Lanes.class)
class KillLaneIT {

  private static final int WAITING = 600;
  private static final int KILLED = 20;

  @TempDir private Path directory;

  @Test
  void killsAndHoldsOvertakeWhatWaits(Lane lane) throws Exception {
    publish(lane);
    pushKillsAndHolds(lane);

    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> pipeline.enriched(WAITING).size() >= WAITING);
      var records = pipeline.enriched(WAITING);

      assertThat(records)
          .extracting(ConsumerRecord::key)
          .as("the kill is all that is ever said of what waited behind it")
          .doesNotHaveDuplicates()
          .hasSize(WAITING);
      assertThat(records)
          .filteredOn(record -> record.value().getText().isEmpty())
          .hasSize(KILLED)
          .allMatch(KillLaneIT::isInItsOwnTime);
    }
  }

  private static void pushKillsAndHolds(Lane lane) throws Exception {
    int port = Ports.free();
    var settings = lane.settings("COPYTASTER_INGEST_PORT", "" + port);
    try (var ingest = Ingest.service(IngestSettings.read(settings), new Metrics("ingest"))) {
      ingest.start();
      await().atMost(Duration.ofMinutes(1)).until(ingest::ready);
      var client = new PushClient("http://127.0.0.1:" + port);
      for (int i = WAITING - KILLED; i < WAITING; i++) {
        var status = i % 2 == 0 ? status(guid(i), 1, "CANCELED") : status(guid(i), 2, "WITHHELD");
        var answer = client.push("status.json", status.getBytes(UTF_8), Map.of());
        assertThat(answer.statusCode()).isEqualTo(202);
      }
    }
  }

  private static boolean isInItsOwnTime(ConsumerRecord<String, EnrichedArticle> record) {
    var receivedAt = record.value().getArticle().getReceivedAt();
    return Duration.between(receivedAt, Instant.ofEpochMilli(record.timestamp())).abs().toMinutes()
        == 0;
  }

  private static void publish(Lane lane) {
    var waiting =
        IntStream.range(0, WAITING)
            .mapToObj(
                i ->
                    Article.newBuilder()
                        .setGuid(guid(i))
                        .setVersion(1)
                        .setSource("test")
                        .setLanguage("en")
                        .setHeadline("Ministers meet in Oslo")
                        .setBody("Ministers from Norway and Sweden met on Tuesday. ".repeat(4))
                        .setContentHash("hash " + i)
                        .setReceivedAt(Instant.now())
                        .build())
            .toList();
    Writing.records(lane.kafka(), lane.topics().articles(), waiting);
  }

  private static String guid(int i) {
    return "urn:test:" + i;
  }

  private static String status(String guid, int version, String pubStatus) {
    return "{\"guid\":\"%s\",\"version\":%d,\"pubStatus\":\"%s\",\"edNote\":\"Wrong.\"}"
        .formatted(guid, version, pubStatus);
  }
}
