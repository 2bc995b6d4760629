package org.copytaster.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.runtime.Metrics;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.LetterPartitioner;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dead letters whose articles are killed, on a real broker whose compaction is watched. */
@ExtendWith(Lanes.class)
class KilledLettersIT {

  private static final Duration LAG = Duration.ofSeconds(2);

  @Test
  void afterAKillTheBrokerHasNoByteOfTheLettersOfItsGuidAndAllOfTheOthers(Lane lane)
      throws Exception {
    compactSoon(lane);
    try (var bench = new SinkBench(lane)) {
      bench.readySink();
      // the store takes no NUL, so these become dead letters
      bench.publish(
          usable("urn:x:1", 1, "One\0"),
          usable("urn:x:2", 1, "Two\0"),
          usable("urn:x:1", 2, "O\0"));
      bench.awaitStored();
      assertThat(letters(bench, "urn:x:1"))
          .hasSize(2)
          .extracting(ConsumerRecord::partition)
          .as("in the order of their versions")
          .containsOnly(letters(bench, "urn:x:1").get(0).partition());

      bench.publish(kill("urn:x:1", 3, "Gone."));
      bench.awaitStored();
      try (var hurry = inAHurry(lane)) {
        hurry.start();
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(() -> assertThat(letters(bench, "urn:x:1")).isEmpty());
      }

      assertThat(letters(bench, "urn:x:2")).hasSize(1);
      assertThat(letters(bench, "urn:x:2").get(0).value()).isNotEmpty();
    }
  }

  @Test
  void aLetterThatComesAfterTheKillIsTakenAwayTooAndThatOfANewerVersionStays(Lane lane) {
    try (var bench = new SinkBench(lane);
        var hurry = inAHurry(lane)) {
      hurry.start();
      bench.readySink();
      bench.publish(kill("urn:x:1", 3, "Gone."));
      bench.awaitStored();

      write(lane, letter(lane, 4), letter(lane, 2));

      await()
          .atMost(SinkBench.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(bench.all(bench.topics().deadLetters()))
                      .filteredOn(record -> record.value() == null)
                      .isNotEmpty());
      assertThat(removed(bench)).containsExactly(lane.topics().articles() + "/0/2 urn:x:1");
    }
  }

  /** As enrich or sink write one. */
  private static ProducerRecord<byte[], byte[]> letter(Lane lane, int version) {
    var topics = lane.topics();
    var record =
        new ConsumerRecord<>(topics.articles(), 0, version, "urn:x:1".getBytes(UTF_8), new byte[9]);
    var key = new ReceiptKey("urn:x:1", version);
    EventHeaders.describe(record.headers(), "test", "test", key, Instant.EPOCH);
    return DeadLetter.of(record, topics.deadLetters(), new IllegalStateException(), "why");
  }

  @SafeVarargs
  private static void write(Lane lane, ProducerRecord<byte[], byte[]>... letters) {
    var config = new HashMap<>(lane.kafka().producer());
    config.put("partitioner.class", LetterPartitioner.class.getName());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      for (var letter : letters) {
        var unused = producer.send(letter);
      }
    }
  }

  /** The keys of what was taken away. */
  private static List<String> removed(SinkBench bench) {
    return bench.all(bench.topics().deadLetters()).stream()
        .filter(record -> record.value() == null)
        .map(record -> new String(record.key(), UTF_8))
        .filter(key -> key.endsWith(" urn:x:1"))
        .distinct()
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> letters(SinkBench bench, String guid) {
    return bench.all(bench.topics().deadLetters()).stream()
        .filter(record -> record.value() != null)
        .filter(record -> new String(record.key(), UTF_8).endsWith(" " + guid))
        .toList();
  }

  private static void compactSoon(Lane lane) throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, lane.topics().deadLetters());
    var lag = new ConfigEntry("max.compaction.lag.ms", "" + LAG.toMillis());
    try (var admin = Admin.create(lane.kafka().admin())) {
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(lag, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  /** As the sink has it, but in a hurry. */
  private static Hurry inAHurry(Lane lane) {
    var settings = SinkSettings.read(lane.settings("COPYTASTER_SINK_OPS_PORT", "0"));
    var consumer = new HashMap<>(lane.kafka().consumer());
    consumer.put("group.id", lane.kafka().topicPrefix() + "hurry");
    consumer.put("auto.offset.reset", "earliest");
    consumer.put("enable.auto.commit", false);
    var bytes = new ByteArrayDeserializer();
    var pool = Database.writing("hurry", settings.database(), new Metrics("sink"));
    var outbox =
        new Outbox(
            new KafkaProducer<>(
                lane.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer()),
            settings.serdes().<Receipt>newSerializer(),
            settings.topics());
    var clock = Clock.systemUTC();
    var letters =
        new KilledLetters(
            new KafkaConsumer<>(consumer, bytes, bytes),
            new ArticleStore(pool, clock),
            outbox,
            new KilledLetters.Way(settings.topics(), clock, Duration.ofMillis(500), LAG));
    return new Hurry(letters, outbox, pool);
  }

  private record Hurry(KilledLetters letters, Outbox outbox, HikariDataSource pool)
      implements AutoCloseable {

    void start() {
      letters.start();
    }

    @Override
    public void close() {
      letters.close();
      outbox.close();
      pool.close();
    }
  }
}
