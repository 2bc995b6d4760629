package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a push to the store and the page's API, on real parts. */
/** One pipeline for all: each test has a guid of its own. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {

  private final AtomicInteger tests = new AtomicInteger();
  private final TraceReceiver traces = new TraceReceiver();
  private Pipeline pipeline;
  private String guid = "";
  private String last = "";

  @BeforeAll
  void start(Lane lane, @TempDir Path directory) {
    pipeline = new Pipeline(lane, directory, Map.of("COPYTASTER_OTLP_ENDPOINT", traces.endpoint()));
    pipeline.start();
  }

  @BeforeEach
  void name() {
    guid = "urn:test:" + tests.incrementAndGet();
    last = guid + ":last";
  }

  @AfterAll
  void stop() {
    pipeline.close();
    traces.close();
  }

  @Test
  void aPushedArticleIsEnrichedAndStored() throws Exception {
    pipeline.push(
        """
        {"guid":"%s","version":1,"versionCreated":"2026-11-20T09:00:00Z","language":"en",
         "headline":"President visits","body":"President Maria Lopez met Lopez in Berlin on Tuesday."}
        """
            .formatted(guid));

    var stored = pipeline.stored(guid, 1);

    assertThat(stored.path("timexes").path(0).path("value").asText()).isEqualTo("2026-11-17");
    assertThat(stored.path("entities").findValuesAsText("name")).contains("Maria Lopez");
    var enriched = enriched().get(0);
    assertThat(enriched.key()).isEqualTo(guid);
    assertThat(enriched.value().getDct().getMethod()).isEqualTo("versionCreated");
    assertThat(pipeline.records(pipeline.topics().mentions(), 1))
        .extracting(record -> ((EntityMention) record.value()).getGuid())
        .contains(guid);
  }

  @Test
  void oneTraceLeadsFromAPushOverAnEmbargoToTheStore() throws Exception {
    var trace = "0af7651916cd43dd8448eb211c80319c";
    var article =
        Pipeline.article(guid, 1, "Body")
            .replace("{", "{\"embargoed\":\"%s\",".formatted(Instant.now().plusSeconds(3)));

    pipeline.push(article, Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));
    pipeline.stored(guid, 1);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(way(trace, "b7ad6b7169203331"))
                    .containsExactly(
                        "ingest: receive copy",
                        "ingest: publish article",
                        "enrich: judge version",
                        "enrich: judge embargo",
                        "enrich: release article",
                        "enrich: tag article",
                        "sink: store article"));
    assertThat(traces.of(trace))
        .allSatisfy(
            each -> assertThat(each.said().getOrDefault("copytaster.guid", guid)).isEqualTo(guid))
        .filteredOn(each -> each.name().equals("judge embargo"))
        .allSatisfy(each -> assertThat(each.said()).containsEntry("copytaster.decision", "hold"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> traces.all().stream().anyMatch(each -> each.links().contains(trace)));
    assertThat(enriched())
        .isNotEmpty()
        .allSatisfy(
            record ->
                assertThat(EventHeaders.trace(record.headers()))
                    .hasValueSatisfying(t -> assertThat(t).startsWith("00-" + trace)));
  }

  /** Every step of a trace behind a span, each with its service. */
  private List<String> way(String trace, String begin) {
    var way = new ArrayList<String>();
    for (var next = step(trace, begin); next.isPresent(); ) {
      way.add(next.get().service() + ": " + next.get().name());
      next = step(trace, next.get().id());
    }
    return way;
  }

  /** The step of a trace that comes after another one. */
  private Optional<TraceReceiver.Received> step(String trace, String parent) {
    return traces.of(trace).stream().filter(each -> each.parent().equals(parent)).findFirst();
  }

  @Test
  void theReceiptSaysStoredInTheEnd() throws Exception {
    var receipt = pipeline.push(Pipeline.article(guid, 1, "Body"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(pipeline.receipt(receipt.path("id").asText()).path("stage").asText())
                    .isEqualTo("STORED"));
  }

  @Test
  void aCorrectionTakesThePlaceOfWhatItCorrects() throws Exception {
    pipeline.push(Pipeline.article(guid, 1, "31 died"));
    pipeline.push(Pipeline.article(guid, 2, "13 died"));

    var stored = pipeline.stored(guid, 2);

    assertThat(stored.path("text").asText()).contains("13 died");
  }

  @Test
  void aStaleVersionChangesNothing() throws Exception {
    pipeline.push(Pipeline.article(guid, 2, "new"));
    var stale = pipeline.push(Pipeline.article(guid, 1, "old"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> pipeline.receipt(stale.path("id").asText()).path("stage").asText(),
            "REFUSED"::equals);

    assertThat(pipeline.stored(guid, 2).path("text").asText()).contains("new");
  }

  @Test
  void aKillClearsTheTextAndNothingBringsItBack() throws Exception {
    pipeline.push(Pipeline.article(guid, 3, "Body that must go"));
    pipeline.stored(guid, 3);
    pipeline.push(
        "{\"guid\":\"%s\",\"version\":4,\"pubStatus\":\"CANCELED\",\"edNote\":\"Wrong.\"}"
            .formatted(guid));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pipeline.find(guid).path("pubStatus").asText(), "CANCELED"::equals);
    pipeline.push(Pipeline.article(guid, 2, "older"));
    pipeline.push(Pipeline.article(last, 1, "last"));
    pipeline.stored(last, 1);

    var killed = pipeline.find(guid);

    assertThat(killed.path("pubStatus").asText()).isEqualTo("CANCELED");
    assertThat(killed.toString()).contains("Wrong.").doesNotContain("must go", "older");
  }

  @Test
  void aWithheldVersionReachesSubscribersWithoutAWordOfItsCopy() throws Exception {
    var mark = Marks.in("withheld");
    pipeline.push(
        """
        {"guid":"%2$s","version":2,"pubStatus":"WITHHELD","language":"en","headline":"%1$s",
         "edNote":"%1$s","usageTerms":"%1$s","url":"https://example.org/%1$s","body":"%1$s",
         "subjects":[{"scheme":"medtop","code":"%1$s","name":"%1$s"}],"extra":{"abstract":"%1$s"}}
        """
            .formatted(mark, guid));
    pipeline.stored(guid, 2);

    var article = enriched().get(0).value().getArticle();

    Marks.refuse("news.enriched", enriched().get(0).value().toString());
    Marks.refuse("the store", pipeline.find(guid).toString());
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(article.getLanguage()).isEqualTo("en");
    assertThat(pipeline.<Article>records(pipeline.topics().articles(), 1))
        .filteredOn(record -> record.key().equals(guid))
        .singleElement()
        .satisfies(record -> assertThat(record.value().getExtra()).containsEntry("abstract", mark));
  }

  @Test
  void aKillUnderTheStorysOwnVersionClearsTheText() throws Exception {
    pipeline.push(Pipeline.article(guid, 1, "31 died"));
    pipeline.stored(guid, 1);

    pipeline.push("{\"guid\":\"%s\",\"version\":1,\"pubStatus\":\"CANCELED\"}".formatted(guid));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pipeline.find(guid).path("pubStatus").asText(), "CANCELED"::equals);
    assertThat(pipeline.find(guid).path("text").asText()).isEmpty();
  }

  @Test
  void anEmbargoedArticleIsNeitherOnTheTopicNorInTheStore() throws Exception {
    var held =
        pipeline.push(
            "{\"guid\":\"%s\",\"embargoed\":\"2099-01-01T00:00:00Z\",\"body\":\"Secret\"}"
                .formatted(guid));
    pipeline.push(Pipeline.article(last, 1, "free"));
    pipeline.stored(last, 1);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> pipeline.receipt(held.path("id").asText()).path("stage").asText(),
            "HELD"::equals);

    var receipt = pipeline.receipt(held.path("id").asText());
    assertThat(receipt.path("reason").asText()).contains("2099-01-01");
    assertThat(pipeline.enriched(1))
        .extracting(record -> record.key())
        .contains(last)
        .doesNotContain(guid);
    assertThat(pipeline.status(guid)).isEqualTo(404);
  }

  @Test
  void aPoisonRecordBecomesADeadLetterAndIsReplayedByteForByte() throws Exception {
    var bytes = "this is no article".getBytes(StandardCharsets.UTF_8);
    var key = "urn:test:poison".getBytes(StandardCharsets.UTF_8);
    var kafka = pipeline.lane().kafka();
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(pipeline.topics().articles(), key, bytes)).get();
    }
    pipeline.push(Pipeline.article(last, 1, "goes on"));
    pipeline.stored(last, 1);
    var letter = Reading.bytes(kafka, pipeline.topics().deadLetters(), 1).get(0);
    assertThat(letter.value()).isEqualTo(bytes);
    assertThat(EventHeaders.get(letter.headers(), DeadLetter.TOPIC))
        .contains(pipeline.topics().articles());

    long replayed = ReplayedLetters.all(kafka);

    assertThat(replayed).isEqualTo(1);
    assertThat(Reading.bytes(kafka, pipeline.topics().articles(), 3))
        .filteredOn(record -> Arrays.equals(key, record.key()))
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.value()).isEqualTo(bytes));
    assertThat(Reading.bytes(kafka, pipeline.topics().deadLetters(), 2)).hasSize(2);
  }

  @Test
  void theWholeWayIsMeasured() throws Exception {
    pipeline.push(Pipeline.article(guid, 1, "Body"));
    pipeline.stored(guid, 1);

    assertThat(pipeline.metrics("ingest"))
        .contains("copytaster_ingest_received_to_published_seconds_count");
    assertThat(pipeline.metrics("enrich"))
        .contains("copytaster_enrich_published_to_enriched_seconds_count");
    assertThat(pipeline.metrics("sink"))
        .contains("copytaster_sink_enriched_to_stored_seconds_count")
        .contains("copytaster_sink_received_to_stored_seconds_count");
  }

  /** What the topic has of the test's guid; it must be stored already. */
  private List<ConsumerRecord<String, EnrichedArticle>> enriched() {
    return pipeline.enriched(1).stream().filter(record -> record.key().equals(guid)).toList();
  }
}
