package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Requests;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the status tells of dead letters whose headers nobody has bounded. */
@ExtendWith(Lanes.class)
class BoundedStatusIT {

  private static final int STATUS = 64 * 1024;

  @Test
  void deadLettersFromBeforeThereWereBoundsDoNotSwellTheStatus(Lane lane) {
    try (var store = new StoreBench(lane);
        var console = new ConsoleBench(lane)) {
      assertThat(store.tables().count("select count(*) from articles")).isZero();
      write(lane, 0, 30);

      awaitNewest(console, 30, "29");
      write(lane, 30, 5);
      awaitNewest(console, 35, "34");
    }
  }

  private static void awaitNewest(ConsoleBench console, int count, String newest) {
    await()
        .atMost(StoreBench.PATIENCE)
        .untilAsserted(
            () -> {
              var status = Requests.send(Requests.get(console.uri("/v1/status").toString()));
              assertThat(status.body().length()).isLessThan(STATUS);
              var letters = Requests.json(status).path("deadLetters");
              assertThat(letters.path("count").asInt()).isEqualTo(count);
              assertThat(letters.path("newest")).hasSize(20);
              assertThat(letters.at("/newest/0/about").asText()).isEqualTo(newest);
              assertThat(letters.at("/newest/0/reason").asText()).startsWith("kk0 is");
            });
  }

  private static void write(Lane lane, int from, int letters) {
    var config = new HashMap<>(lane.kafka().producer());
    config.put("max.request.size", 8 * 1024 * 1024);
    config.put("compression.type", "none");
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = from; i < from + letters; i++) {
        var topic = lane.topics().deadLetters();
        var letter =
            new ProducerRecord<>(topic, 0, Integer.toString(i).getBytes(UTF_8), new byte[] {1});
        EventHeaders.put(letter.headers(), DeadLetter.TOPIC, "t".repeat(100_000));
        EventHeaders.put(letter.headers(), DeadLetter.EXCEPTION, "e".repeat(100_000));
        EventHeaders.put(letter.headers(), DeadLetter.MESSAGE, "kk0 is no field; ".repeat(200_000));
        EventHeaders.put(letter.headers(), "ce_id", String.valueOf(i));
        var unused = producer.send(letter);
      }
    }
  }
}
