package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far readers are, as a real broker knows it, and how many dead letters there are. */
@ExtendWith(Lanes.class)
class LagIT {

  private static final long HOUR = 3_600_000;

  @Test
  void theLagOfEachGroupIsMeasuredBesideIt(Lane lane) {
    var topic = lane.topics().enriched();
    var place = new TopicPartition(topic, 0);
    var written = System.currentTimeMillis() - HOUR;
    try (var store = new StoreBench(lane);
        var console = new ConsoleBench(lane)) {
      assertThat(store.tables().count("select count(*) from articles")).isZero();
      // each transaction leaves a mark, which is an offset and no record: 0 1 2 3 are r m r m
      inTransactions(lane, place, written, 3);

      // nothing committed: all that is there waits for the sink
      awaitLine(console, "records", "sink", place, 6);
      commit(lane, lane.kafka().topicPrefix() + "sink", place, 4);
      commit(lane, lane.kafka().topicPrefix() + "paper", place, 2);

      awaitLine(console, "records", "sink", place, 2);
      awaitLine(console, "offset", "other", place, 2);
      assertThat(value(console, "seconds", "sink", place)).isBetween(3_590.0, 3_900.0);
      assertThat(value(console, "seconds", "other", place)).isBetween(3_590.0, 3_900.0);

      // what is left is a mark
      commit(lane, lane.kafka().topicPrefix() + "sink", place, 5);

      awaitLine(console, "records", "sink", place, 0);
      assertThat(value(console, "seconds", "sink", place)).isZero();
    }
  }

  @Test
  void deadLettersAreCountedAndNotTheMarksOfTransactions(Lane lane) {
    var place = new TopicPartition(lane.topics().deadLetters(), 0);
    try (var store = new StoreBench(lane);
        var console = new ConsoleBench(lane)) {
      assertThat(store.tables().count("select count(*) from articles")).isZero();

      inTransactions(lane, place, System.currentTimeMillis(), 12);

      await()
          .atMost(StoreBench.PATIENCE)
          .untilAsserted(
              () -> {
                var letters = status(console).path("deadLetters");
                assertThat(letters.path("count").asInt()).isEqualTo(12);
                assertThat(letters.path("atLeast").asBoolean()).isFalse();
              });
    }
  }

  private static JsonNode status(ConsoleBench console) throws Exception {
    return Requests.json(Requests.send(Requests.get(console.uri("/v1/status").toString())));
  }

  /** Writes records with other keys, each in a transaction of its own. */
  private static void inTransactions(
      Lane lane, TopicPartition place, long timestamp, int transactions) {
    var config = new HashMap<>(lane.kafka().producer());
    config.put("transactional.id", place + " " + timestamp);
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (int i = 0; i < transactions; i++) {
        producer.beginTransaction();
        var key = new byte[] {(byte) i};
        var unused =
            producer.send(
                new ProducerRecord<>(
                    place.topic(), place.partition(), timestamp, key, new byte[] {1}));
        producer.commitTransaction();
      }
    }
  }

  private static void commit(Lane lane, String group, TopicPartition place, long offset) {
    var config = new HashMap<>(lane.kafka().consumer());
    config.put("group.id", group);
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(place));
      consumer.commitSync(Map.of(place, new OffsetAndMetadata(offset)));
    }
  }

  private static void awaitLine(
      ConsoleBench console, String what, String reader, TopicPartition place, double value) {
    await()
        .atMost(StoreBench.PATIENCE)
        .untilAsserted(() -> assertThat(value(console, what, reader, place)).isEqualTo(value));
  }

  private static double value(
      ConsoleBench console, String what, String reader, TopicPartition place) {
    return console
        .scrape()
        .lines()
        .filter(line -> line.startsWith("copytaster_console_lag_" + what + "{"))
        .filter(line -> line.contains("reader=\"" + reader + "\""))
        .filter(line -> line.contains("partition=\"" + place.partition() + "\""))
        .filter(line -> line.contains("topic=\"" + place.topic() + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }
}
