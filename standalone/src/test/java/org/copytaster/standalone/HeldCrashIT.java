package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.HeldState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that holds articles is killed while editors act on them. */
@ExtendWith(Lanes.class)
class HeldCrashIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ARTICLES = 60;

  /** Articles of a number from here on no editor releases; they go out when their embargo ends. */
  private static final int UNASKED = 40;

  @TempDir private Path directory;

  @Test
  void eachActEndsOnceAndEachArticleGoesOutOnceAndNoneEarly(Lane lane) {
    var enrich = process(lane);
    try {
      var end = Instant.now().plusSeconds(90);
      write(lane, lane.topics().articles(), articles(end));
      await().atMost(PATIENCE).until(() -> held(lane).size() == ARTICLES);

      write(lane, lane.topics().acts(), acts(0, UNASKED / 2));
      enrich.kill(); // in the middle of them, or before
      // these wait, and those of before come again
      write(lane, lane.topics().acts(), acts(0, UNASKED));
      assertThat(Instant.now()).as("killed before the embargo ends").isBefore(end);
      enrich = process(lane);
      await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));

      var out = out(lane, ARTICLES);
      assertThat(out).extracting(ConsumerRecord::key).doesNotHaveDuplicates().hasSize(ARTICLES);
      assertThat(out)
          .filteredOn(record -> number(record.key()) >= UNASKED)
          .hasSize(ARTICLES - UNASKED)
          .allMatch(record -> !record.value().getEnrichedAt().isBefore(end));
      List<ConsumerRecord<String, Audit>> audit =
          Reading.records(lane.kafka(), lane.topics().audit(), UNASKED);
      assertThat(audit)
          .hasSize(UNASKED)
          .allMatch(record -> record.value().getOutcome() == ActOutcome.APPLIED)
          .extracting(record -> record.value().getAct().getId())
          .doesNotHaveDuplicates();
      await().atMost(PATIENCE).until(() -> held(lane).isEmpty());
    } finally {
      enrich.close();
    }
  }

  private ChildJvm process(Lane lane) {
    var environment = new HashMap<>(lane.environment());
    environment.put("COPYTASTER_ENRICH_STATE", directory.resolve("state").toString());
    environment.put("COPYTASTER_ENRICH_OPS_PORT", "" + Ports.free());
    return ChildJvm.start(directory.resolve("enrich.log"), environment, "enrich");
  }

  private static List<Article> articles(Instant end) {
    return IntStream.range(0, ARTICLES)
        .mapToObj(
            i ->
                Article.newBuilder()
                    .setGuid("urn:held:" + i)
                    .setVersion(1)
                    .setHeadline("Headline")
                    .setBody("Short. " + Marks.in("body"))
                    .setContentHash("hash")
                    .setReceivedAt(Instant.now())
                    .setEmbargoed(end)
                    .build())
        .toList();
  }

  private static List<Act> acts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                Act.newBuilder()
                    .setId("act-" + i)
                    .setGuid("urn:held:" + i)
                    .setKind(ActKind.RELEASE)
                    .setBy("ed")
                    .setTime(Instant.now())
                    .build())
        .toList();
  }

  private static void write(Lane lane, String topic, List<? extends SpecificRecord> records) {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new StringSerializer(), serdes.<SpecificRecord>newSerializer())) {
      for (var record : records) {
        var guid = String.valueOf(record.get(record.getSchema().getField("guid").pos()));
        producer.send(new ProducerRecord<>(topic, guid, record)).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ConsumerRecord<String, EnrichedArticle>> out(Lane lane, int atLeast) {
    return Reading.records(lane.kafka(), lane.topics().enriched(), atLeast);
  }

  private static Set<String> held(Lane lane) {
    var held = new HashSet<String>();
    for (var record : Reading.<HeldState>records(lane.kafka(), lane.topics().held(), 0)) {
      if (record.value() == null) {
        held.remove(record.key());
      } else {
        held.add(record.key());
      }
    }
    return held;
  }

  private static int number(String guid) {
    return Integer.parseInt(guid.substring(guid.lastIndexOf(':') + 1));
  }
}
