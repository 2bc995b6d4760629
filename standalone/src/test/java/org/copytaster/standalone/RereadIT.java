package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.ingest.desk.Reread;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Lanes.class)
class RereadIT {

  private static final String GUID = "urn:test:ferry";
  private static final String NEVER_PUBLISHED =
      "the desk did not publish it of this copy, and it is no dead letter that was replayed";
  private static final String COPY =
      "The ferry to the islands runs again from Tuesday. " + Marks.in("body");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Service> services = new ArrayList<>();

  @AfterEach
  void stop() {
    services.forEach(Service::close);
  }

  @Test
  void theBytesAreKeptBesideTheArticle(Lane lane) throws Exception {
    post(ingest(lane), "text/plain", COPY);

    var original = Reading.bytes(lane.kafka(), topics(lane).originals(), 1).get(0);

    assertThat(new String(original.value(), UTF_8)).isEqualTo(COPY);
    assertThat(EventHeaders.get(original.headers(), "copytaster.format")).contains("text");
    assertThat(articles(lane, topics(lane).articles(), 1).get(0).getOriginal())
        .isEqualTo(new String(original.key(), UTF_8));
  }

  @Test
  void whatIsReadAsBeforeIsNotPublishedAgain(Lane lane) throws Exception {
    post(ingest(lane), "text/plain", COPY);

    var told = reread(lane, false);

    assertThat(told).extracting(Reread.Report::outcome).containsExactly(Reread.Outcome.SAME);
    assertThat(articles(lane, topics(lane).backfill(), 0)).isEmpty();
  }

  @Test
  void aBetterReadingGoesTheWholeWay(Lane lane, @TempDir Path directory) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      var copy = Pipeline.article(GUID, 1, "The ferry runs.");
      new OlderIngest(lane).published(copy, article(1, "Th#ferr##runs."));
      assertThat(pipeline.stored(GUID, 1).path("text").asText()).contains("Th#ferr##runs.");

      var told = reread(lane, false);

      assertThat(told).extracting(Reread.Report::outcome).containsExactly(Reread.Outcome.CHANGED);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(pipeline.find(GUID).path("text").asText())
                      .contains("The ferry runs.")
                      .doesNotContain("#"));
      assertThat(pipeline.find(GUID).path("versions")).hasSize(1);
      assertThat(pipeline.enriched(2))
          .extracting(record -> record.value().getArticle().getReadAgainAt() != null)
          .containsExactly(false, true);
      assertItEndsAsStored(pipeline, new ReceiptKey(GUID, 1).id());
      assertThat(push(pipeline, copy).statusCode()).isEqualTo(200);
      assertThat(reread(lane, false))
          .extracting(Reread.Report::outcome)
          .containsOnly(Reread.Outcome.SAME);
    }
  }

  @Test
  void aKillThatTheDeskHadRefusedDoesNotTakeTheCorrectionMadeAfterIt(
      Lane lane, @TempDir Path directory) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      pipeline.push(Pipeline.article(GUID, 1, "31 died"));
      new OlderIngest(lane).refused(kill(1));
      new OlderIngest(lane).couldNotRead(kill(2));
      pipeline.push(Pipeline.article(GUID, 3, "13 died"));
      pipeline.stored(GUID, 3);
      ReplayedLetters.all(lane.kafka());

      var told = reread(lane, false);

      assertThat(told)
          .filteredOn(each -> each.outcome() == Reread.Outcome.REFUSED)
          .extracting(Reread.Report::article, Reread.Report::detail)
          .containsExactlyInAnyOrder(
              tuple(GUID + ":1", NEVER_PUBLISHED),
              tuple(GUID + ":2", "it is stale: version 3 came before it"));
      assertThat(told).hasSize(4);
      assertThat(articles(lane, topics(lane).backfill(), 0)).isEmpty();
      assertThat(pipeline.find(GUID).path("pubStatus").asText()).isEqualTo("USABLE");
    }
  }

  @Test
  void whatWasRefusedAsAConflictIsNotPublished(Lane lane) throws Exception {
    var base = ingest(lane);
    post(base, "application/json", Pipeline.article(GUID, 1, "31 died"));
    assertThat(post(base, "application/json", Pipeline.article(GUID, 1, "13 died")).statusCode())
        .isEqualTo(409);

    assertThat(reread(lane, false))
        .extracting(Reread.Report::outcome)
        .containsExactlyInAnyOrder(Reread.Outcome.SAME, Reread.Outcome.REFUSED);

    ReplayedLetters.all(lane.kafka());
    assertThat(reread(lane, false))
        .extracting(Reread.Report::detail)
        .containsExactlyInAnyOrder(
            "", NEVER_PUBLISHED, "version 1 came before it with other content");
    assertThat(articles(lane, topics(lane).backfill(), 0)).isEmpty();
  }

  @Test
  void whatTheRulesRejectOrRejectedOnceIsNotPublished(Lane lane) throws Exception {
    var base = ingest(lane);
    var against = "{\"guid\":\"with blank\",\"body\":\"%s\"}".formatted(Marks.in("body"));
    assertThat(post(base, "application/json", against).statusCode()).isEqualTo(400);
    new OlderIngest(lane).refused(Pipeline.article(GUID, 1, "The ferry runs."));

    assertThat(reread(lane, false))
        .extracting(Reread.Report::outcome)
        .containsExactlyInAnyOrder(Reread.Outcome.UNREADABLE, Reread.Outcome.REFUSED);
    assertThat(articles(lane, topics(lane).backfill(), 0)).isEmpty();
  }

  @Test
  void aDeadLetterThatIsReplayedAndReadableTodayIsPublishedOnce(Lane lane) throws Exception {
    new OlderIngest(lane).couldNotRead(Pipeline.article(GUID, 1, "The ferry runs."));
    ReplayedLetters.all(lane.kafka());

    assertThat(reread(lane, false))
        .extracting(Reread.Report::outcome)
        .containsExactly(Reread.Outcome.NEW);
    assertThat(reread(lane, false))
        .extracting(Reread.Report::outcome)
        .containsExactly(Reread.Outcome.SAME);

    assertThat(articles(lane, topics(lane).backfill(), 1))
        .extracting(Article::getReadAgainAt)
        .containsExactly((Instant) null);
  }

  @Test
  void aDryRunTellsAndPublishesNothing(Lane lane) throws Exception {
    var copy = Pipeline.article(GUID, 1, "The ferry runs.");
    new OlderIngest(lane).published(copy, article(1, "Th#ferr##runs."));

    var told = reread(lane, true);

    assertThat(told).extracting(Reread.Report::outcome).containsExactly(Reread.Outcome.CHANGED);
    assertThat(articles(lane, topics(lane).backfill(), 0)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsWholeInTheDeadLettersAndAReplayPutsItAmongTheOriginals(Lane lane)
      throws Exception {
    var damaged = "{\"guid\":\"g\",\n\"body\":}";
    var answer = post(ingest(lane), "application/json", damaged);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 2");
    var letter = Reading.bytes(lane.kafka(), topics(lane).deadLetters(), 1).get(0);
    assertThat(new String(letter.value(), UTF_8)).isEqualTo(damaged);
    assertThat(DeadLetter.topicOf(letter.headers())).contains(topics(lane).originals());

    ReplayedLetters.all(lane.kafka());

    assertThat(reread(lane, false))
        .extracting(Reread.Report::outcome)
        .containsExactly(Reread.Outcome.UNREADABLE);
  }

  private static List<Reread.Report> reread(Lane lane, boolean dryRun) {
    var told = new ArrayList<Reread.Report>();
    new Reread(lane.kafka(), dryRun, Clock.systemUTC()).run(source -> true, told::add);
    return told;
  }

  private static void assertItEndsAsStored(Pipeline pipeline, String receipt) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var history = pipeline.receipt(receipt).path("history");
              assertThat(history.findValuesAsText("stage")).containsExactly("PUBLISHED", "STORED");
              assertThat(history.path(0).path("reason").asText()).isEqualTo("read again");
            });
  }

  private HttpResponse<String> push(Pipeline pipeline, String copy) throws Exception {
    return post("http://127.0.0.1:" + pipeline.port("ingest"), "application/json", copy);
  }

  private static Article.Builder article(int version, String body) {
    return Article.newBuilder()
        .setGuid(GUID)
        .setVersion(version)
        .setHeadline("Headline " + Marks.in("headline"))
        .setBody(body);
  }

  private static String kill(int version) {
    return "{\"guid\":\"%s\",\"version\":%d,\"pubStatus\":\"CANCELED\"}".formatted(GUID, version);
  }

  private static List<Article> articles(Lane lane, String topic, int atLeast) {
    return Reading.<Article>records(lane.kafka(), topic, atLeast).stream()
        .map(record -> record.value())
        .toList();
  }

  private static Topics topics(Lane lane) {
    return new Topics(lane.kafka().topicPrefix());
  }

  private String ingest(Lane lane) {
    int port = Ports.free();
    var settings = IngestSettings.read(lane.settings("COPYTASTER_INGEST_PORT", "" + port));
    var service = Ingest.service(settings, new Metrics("ingest"));
    service.start();
    services.add(service);
    await().atMost(Duration.ofSeconds(30)).until(service::ready);
    return "http://127.0.0.1:" + port;
  }

  private HttpResponse<String> post(String base, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + "/v1/articles"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
