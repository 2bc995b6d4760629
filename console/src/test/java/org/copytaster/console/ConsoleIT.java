package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.console.ConsoleBench.encoded;
import static org.copytaster.console.ConsoleBench.names;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.FullSample;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.OddText;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Lanes.class)
class ConsoleIT {

  private static final String GUID = "https://example.org/news/1?part=a&b+c#ü%";

  private final HttpClient http = HttpClient.newHttpClient();
  private Lane lane;
  private StoreBench bench;
  private ConsoleBench console;

  @BeforeEach
  void open(Lane lane) {
    this.lane = lane;
    bench = new StoreBench(lane);
    console = new ConsoleBench(lane);
  }

  @AfterEach
  void close() {
    console.close();
    bench.close();
  }

  @Test
  void storedArticleIsShownWithItsTagsAtTheTopLevel() throws Exception {
    bench.store(usable(GUID, 1, "First"), usable(GUID, 2, "Naira steadies"));

    var article = console.get("/v1/articles/" + encoded(GUID), 200);

    assertThat(article.get("guid").asText()).isEqualTo(GUID);
    assertThat(article.get("version").asInt()).isEqualTo(2);
    assertThat(article.get("text").asText()).startsWith("Naira steadies");
    assertThat(article.at("/dct/method").asText()).isEqualTo("versionCreated");
    assertThat(article.at("/entities/0/mentions/0/surface").asText()).isEqualTo("Lagos");
    assertThat(article.at("/timexes/0/value").asText()).isEqualTo("2026-03-09");
    assertThat(article.get("versions").findValuesAsText("version")).containsExactly("2", "1");
  }

  @Test
  void whatAPageSaidIsShownAsItWasReceived() throws Exception {
    bench.store(ScrapeSample.article(GUID));

    var article = console.get("/v1/articles/" + encoded(GUID), 200);

    assertThat(article.at("/picture/credit").asText()).isEqualTo("Library photo");
    assertThat(article.at("/publicationDates/0/method").asText()).isEqualTo("json-ld");
    assertThat(article.at("/repairs/0").asText()).isEqualTo("mojibake");
    assertThat(article.get("languageConfidence").asDouble()).isEqualTo(0.98);
    assertThat(article.at("/zones/1/confidence").asDouble()).isEqualTo(0.92);
    assertThat(article.at("/zones/1/sourceBegin").asInt()).isGreaterThan(3_000);
  }

  /** The body is in the text, its zones are in those of the text, and what is held is not shown. */
  @Test
  void everyFieldOfTheRecordIsShownAndDescribed() throws Exception {
    bench.store(FullSample.article(GUID));

    var article = console.get("/v1/articles/" + encoded(GUID), 200);

    assertThat(FullSample.missing(Article.getClassSchema(), article))
        .containsExactly("embargoUnread", "body", "zones.sourceBegin", "zones.sourceEnd");
    assertThat(console.described("/components/schemas/Article/properties"))
        .containsAll(names(article));
    assertThat(
            console.described("/components/schemas/Article/properties/subjects/items/properties"))
        .containsExactlyElementsOf(names(article.at("/subjects/0")));
  }

  @Test
  void articleWithANulOutsideItsTextIsShown() throws Exception {
    bench.store(OddText.SUBJECT.in(FullSample.article(GUID)));

    var article = console.get("/v1/articles/" + encoded(GUID), 200);

    assertThat(article.at("/versions/0/headline").asText()).isEqualTo("Naira steadies");
    assertThat(article.at("/subjects/0/scheme").asText()).isEqualTo("s\uFFFD");
  }

  @Test
  void killedArticleIsShownWithItsReasonAndWithoutText() throws Exception {
    bench.store(usable(GUID, 1, "Wrong"), kill(GUID, 2, "the quote is invented"));

    var article = console.get("/v1/articles/" + encoded(GUID), 200);

    assertThat(article.get("pubStatus").asText()).isEqualTo("CANCELED");
    assertThat(article.get("killReason").asText()).isEqualTo("the quote is invented");
    assertThat(article.has("text")).isFalse();
    assertThat(article.toString()).doesNotContain("Wrong");
  }

  @Test
  void unknownGuidIsNotFound() throws Exception {
    assertThat(console.get("/v1/articles/urn:none", 404).get("detail").asText())
        .contains("no article");
  }

  @Test
  void articlesAreFoundByWordsEntityAndTime() throws Exception {
    bench.store(
        usable("urn:x:1", 1, "Naira steadies"),
        usable("urn:x:2", 1, "Cocoa harvest", "Farmers in Kumasi are content."));

    assertThat(guids("?q=harvests%20-naira")).containsExactly("urn:x:2");
    assertThat(guids("?q=-naira")).containsExactly("urn:x:2");
    assertThat(guids("?entity=geo:lagos")).containsExactly("urn:x:1");
    assertThat(guids("?entity=LAGOS")).containsExactly("urn:x:1");
    assertThat(guids("?from=2026-03-03&to=2026-03-04")).hasSize(2);
    assertThat(guids("?from=2026-03-04")).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
    for (int i = 0; i < 7; i++) {
      bench.store(usable("urn:x:" + i, 1, "Number " + i));
    }
    var found = new ArrayList<String>();

    for (var page = console.get("/v1/articles?limit=3", 200); ; ) {
      found.addAll(page.get("articles").findValuesAsText("guid"));
      if (!page.has("next")) {
        break;
      }
      page = console.get("/v1/articles?limit=3&after=" + page.get("next").asText(), 200);
    }

    assertThat(found).hasSize(7).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"limit=0,limit", "from=soon,from", "colour=red,colour", "after=x,after"})
  void badParameterIsNamed(String query, String field) throws Exception {
    var problem = console.get("/v1/articles?" + query, 400);

    assertThat(problem.get("status").asInt()).isEqualTo(400);
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void uriThatIsNoneIsAProblemToo() throws Exception {
    assertThat(console.get("/v1/articles?q=%FF", 400).get("status").asInt()).isEqualTo(400);
  }

  @Test
  void widestListIsBoundedWhateverTheArticlesHold() throws Exception {
    var widest = new EnrichedArticle[200];
    for (int i = 0; i < widest.length; i++) {
      widest[i] = usable("urn:x:%0500d".formatted(i), 1, "\u6771".repeat(10_000));
    }
    bench.store(widest);

    var list = console.get("/v1/articles?limit=200", 200);

    assertThat(list.get("articles")).hasSize(200);
    assertThat(list.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
    assertThat(list.at("/articles/0/headline").asText()).hasSize(500);
  }

  @Test
  void versionsOfAnArticleAreTheNewestTwoHundred() throws Exception {
    var versions = new EnrichedArticle[250];
    for (int i = 0; i < versions.length; i++) {
      versions[i] = usable(GUID, i + 1, "Take " + (i + 1));
    }
    bench.store(versions);

    var told = console.get("/v1/articles/" + encoded(GUID), 200).get("versions");

    assertThat(told).hasSize(200);
    assertThat(told.at("/0/version").asInt()).isEqualTo(250);
  }

  @Test
  void statusTellsCountsLagAndDeadLetters() throws Exception {
    bench.store(usable("urn:x:1", 1, "One"), kill("urn:x:3", 1, ""));
    refusedByTheSink();
    sinkIsDone();

    var status = console.get("/v1/status", 200);

    assertThat(status.at("/store/articles").asInt()).isEqualTo(2);
    assertThat(status.at("/store/kills").asInt()).isEqualTo(1);
    assertThat(status.at("/groups/1/lag").asInt(-1)).isZero();
    assertThat(status.at("/deadLetters/count").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(status.at("/deadLetters/newest/0/reason").asText()).contains("22021");
    assertThat(status.get("problems")).isEmpty();
  }

  @Test
  void followersSeeEachArticleAsItIsStored() throws Exception {
    var events = new ConcurrentLinkedQueue<String>();
    var request = HttpRequest.newBuilder(console.uri("/v1/events")).build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
    var reader = new Thread(() -> answer.body().forEach(events::add));
    reader.start();
    await().atMost(StoreBench.PATIENCE).until(() -> events.contains("event: ready"));

    bench.store(usable(GUID, 1, "Naira steadies"));
    await()
        .atMost(StoreBench.PATIENCE)
        .until(() -> events.stream().anyMatch(e -> e.contains("Naira steadies")));
    console.close();
    reader.join(5_000);

    assertThat(reader.isAlive()).isFalse();
    assertThat(events.stream().filter(e -> e.startsWith("event: articles"))).hasSize(1);
  }

  @Test
  void pageAsksNobodyElseAndIsNotSentTwice() throws Exception {
    var page = http.send(HttpRequest.newBuilder(console.uri("/")).build(), text());
    var etag = page.headers().firstValue("etag").orElseThrow();
    var again =
        http.send(
            HttpRequest.newBuilder(console.uri("/")).header("If-None-Match", etag).build(), text());

    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'self'");
    assertThat(page.body()).doesNotContain("http://", "https://");
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void metricsSayHowMuchTheStoreHolds() {
    await()
        .atMost(StoreBench.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(console.scrape().lines())
                    .anyMatch(line -> line.matches(size("rows", "articles", "\\d.*")))
                    .anyMatch(line -> line.matches(size("bytes", "articles", "[1-9].*")))
                    .anyMatch(line -> line.matches(size("bytes", "all", "[1-9].*")))
                    .noneMatch(line -> line.contains("flyway")));
  }

  private static String size(String what, String table, String value) {
    return "copytaster_console_store_%s\\{service=\"console\",table=\"%s\"\\} %s"
        .formatted(what, table, value);
  }

  /** As the sink leaves behind what the store cannot hold. */
  private void refusedByTheSink() throws Exception {
    var letter = new ProducerRecord<>(lane.topics().deadLetters(), new byte[] {1}, new byte[] {2});
    DeadLetter.describe(
        letter.headers(),
        new DeadLetter.Origin(lane.topics().enriched(), 0, 0),
        new IllegalStateException(),
        "the store refuses the article with SQLSTATE 22021");
    try (var producer =
        new KafkaProducer<>(
            lane.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(letter).get();
    }
  }

  private void sinkIsDone() throws Exception {
    try (var admin = Admin.create(lane.kafka().admin())) {
      var begin = new TopicPartition(lane.topics().enriched(), 0);
      admin
          .alterConsumerGroupOffsets(
              lane.kafka().topicPrefix() + "sink", Map.of(begin, new OffsetAndMetadata(0)))
          .all()
          .get();
    }
  }

  private List<String> guids(String query) throws Exception {
    return console.get("/v1/articles" + query, 200).get("articles").findValuesAsText("guid");
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
