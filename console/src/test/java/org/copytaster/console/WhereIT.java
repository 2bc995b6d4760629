package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.EnrichedSamples;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.runtime.Secret;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a story is, as far as whoever asks may know. */
@ExtendWith(Lanes.class)
class WhereIT {

  private static final String GUID = RecallSamples.GUID;
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @TempDir private Path directory;

  @Test
  void everyHopIsToldInOrderAndEachToWhomItMayBe(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory);
        var store = new StoreBench(lane)) {
      receipt(lane, GUID, 1, Stage.PUBLISHED, 0, null);
      receipt(lane, GUID, 1, Stage.HELD, 1, "it is under embargo until noon");
      receipt(lane, GUID, 2, Stage.STORED, 60, null);
      store.store(EnrichedSamples.usable(GUID, 1, "Headline"));
      store.store(EnrichedSamples.usable(GUID, 2, "Headline"));
      store.store(RecallSamples.issued(RecallSamples.kill("recall-1", NOON.plusSeconds(90))));
      store.store(RecallSamples.acknowledged("recall-1", "hills", NOON.plusSeconds(95), "done"));
      bench.letter(GUID, "copy", "the step enrich failed");
      bench.held.hold(GUID, HeldBench.state(GUID, 5));
      bench.held.editor("chief", bench.held.guest, "[see-held, see-letters]");

      var whole = await().until(() -> where(bench, GUID, bench.held.guest), it -> has(it, 12));
      var open = where(bench, GUID, null);

      assertThat(what(whole))
          .containsSubsequence("published", "held", "stored", "recalled", "acknowledged")
          .contains("received", "tagged", "stored", "dead-letter", "waits");
      assertThat(what(open)).doesNotContain("dead-letter", "waits").contains("published", "held");
      assertThat(open.path("leftOut").toString()).contains("see-held", "see-letters");
      assertThat(whole.path("leftOut")).isEmpty();
      var published = whole.path("hops").get(what(whole).indexOf("published"));
      assertThat(published.path("topic").asText()).isEqualTo("news.articles");
      assertThat(published.path("partition").asInt()).isEqualTo(3);
      assertThat(published.path("offset").asLong()).isEqualTo(17);
      assertThat(published.path("instance").asText()).isEqualTo("host/1");
      assertThat(published.path("decision").asText()).isEqualTo("publish");
      assertThat(published.path("trace").asText()).isEqualTo(TRACE);
      assertThat(open.path("now").asText()).startsWith("version 2 is stored and shown, since ");
      var acknowledged = whole.path("hops").get(what(whole).indexOf("acknowledged"));
      assertThat(acknowledged.path("by").asText()).isEqualTo("hills");
      assertThat(whole.toString()).doesNotContain("Headline").doesNotContain("copy");
    }
  }

  @Test
  void theIdOfAReceiptWillDoAndATestIsOne(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      var odd = "urn:news/1%?ä+b";
      receipt(lane, odd, 7, Stage.REFUSED, 0, "it is stale");
      receipt(lane, "urn:test", 1, Stage.PUBLISHED, 0, null);

      var byId =
          await().until(() -> where(bench, new ReceiptKey(odd, 7).id(), null), it -> has(it, 1));

      assertThat(byId.path("guid").asText()).isEqualTo(odd);
      assertThat(byId.path("version").asInt()).isEqualTo(7);
      assertThat(byId.path("now").asText()).startsWith("version 7 was refused, since ");
      assertThat(where(bench, odd, null).path("hops")).hasSize(1);
      var test = await().until(() -> where(bench, "urn:test", null), it -> has(it, 1));
      assertThat(test.at("/hops/0/test").asBoolean()).isTrue();
    }
  }

  @Test
  void whatIsNotKnownIsSaidAndOddQuestionsAreRefused(Lane lane) throws Exception {
    try (var bench = new LetterBench(lane, directory)) {
      await().until(() -> bench.held.get("/v1/where/urn:none", null).statusCode(), s -> s == 200);
      assertThat(where(bench, "urn:none", null).path("now").asText())
          .startsWith("nothing is known");
      assertThat(bench.held.get("/v1/where/", null).statusCode()).isEqualTo(400);
      assertThat(bench.held.get("/v1/where/a%00b", null).statusCode()).isEqualTo(400);
      assertThat(bench.held.get("/v1/where/%ff", null).statusCode()).isIn(200, 400);
      assertThat(bench.held.get("/v1/where/" + "x".repeat(2_000), null).statusCode())
          .isEqualTo(400);
      var stranger = new Secret("no-such-key-at-all");
      assertThat(bench.held.get("/v1/where/urn:none", stranger).statusCode()).isEqualTo(401);
    }
  }

  private static JsonNode where(LetterBench bench, String asked, @Nullable Secret key)
      throws Exception {
    return json(bench.held.get("/v1/where/" + ConsoleBench.encoded(asked), key));
  }

  private static boolean has(JsonNode answer, int hops) {
    return answer.path("hops").size() >= hops;
  }

  private static List<String> what(JsonNode answer) {
    var what = new ArrayList<String>();
    answer.path("hops").forEach(hop -> what.add(hop.path("what").asText()));
    return what;
  }

  private static void receipt(
      Lane lane, String guid, int version, Stage stage, int seconds, @Nullable String reason)
      throws Exception {
    var kafka = lane.kafka();
    var test = guid.equals("urn:test");
    var life = Life.newBuilder().setDecision(test ? "test" : "publish").setSignal("none").build();
    var receipt =
        Receipts.at(
            Receipt.newBuilder()
                .setId(new ReceiptKey(guid, version).id())
                .setGuid(guid)
                .setVersion(version)
                .setStage(stage)
                .setTime(NOON.plusSeconds(seconds))
                .setReason(reason)
                .setWrittenBy("ingest")
                .setLife(life)
                .build(),
            new Receipts.Place("news.articles", 3, 17),
            "host/1");
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new StringSerializer(), serdes.<Receipt>newSerializer())) {
      var record =
          new ProducerRecord<>(lane.topics().receipts(), Receipts.recordKey(receipt), receipt);
      EventHeaders.trace(record.headers(), TRACE);
      producer.send(record).get();
    }
  }
}
