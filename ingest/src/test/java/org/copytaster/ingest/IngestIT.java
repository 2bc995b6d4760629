package org.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copytaster.parts.EmbeddedBroker;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Lanes.class)
class IngestIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARTICLE =
      "{\"guid\":\"urn:test:1\",\"version\":1,\"headline\":\"Head\",\"body\":\"Body %s\"}"
          .formatted(Marks.in("body"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Service> services = new ArrayList<>();

  @AfterEach
  void stop() {
    services.forEach(Service::close);
  }

  @Test
  void aReceiptComesWithTheArticleInTheTopic(Lane lane) throws Exception {
    var base = ingest(lane);

    var answer = post(base, "application/json", ARTICLE);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(articles(lane, 1)).extracting(Article::getGuid).containsExactly("urn:test:1");
    var receipt = get(base + answer.headers().firstValue("Location").orElseThrow());
    assertThat(json(receipt).path("stage").asText()).isEqualTo("PUBLISHED");
  }

  @Test
  void theSameContentTwiceIsOneArticle(Lane lane) throws Exception {
    var base = ingest(lane);
    post(base, "application/json", ARTICLE);

    var again = post(base, "application/json", " " + ARTICLE.replace(",", " ,\n"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(articles(lane, 1)).hasSize(1);
  }

  @Test
  void otherContentUnderTheSameVersionIsAConflict(Lane lane) throws Exception {
    var base = ingest(lane);
    post(base, "application/json", ARTICLE);

    var other = post(base, "application/json", ARTICLE.replace("Body", "Other"));

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).path("detail").asText()).contains("version 1 of urn:test:1");
    assertThat(articles(lane, 1)).hasSize(1);
  }

  @Test
  void aKillUnderTheStorysOwnVersionIsAKillAndTheSameOneAgainARepeat(Lane lane) throws Exception {
    var base = ingest(lane);
    var kill = "{\"guid\":\"urn:test:1\",\"version\":1,\"pubStatus\":\"CANCELED\"}";
    post(base, "application/json", ARTICLE);

    assertThat(post(base, "application/json", kill).statusCode()).isEqualTo(202);
    assertThat(post(base, "application/json", kill).statusCode()).isEqualTo(200);
    assertThat(post(base, "application/json", ARTICLE).statusCode()).isEqualTo(409);
    assertThat(articles(lane, 2))
        .extracting(Article::getPubStatus)
        .containsExactly(PubStatus.USABLE, PubStatus.CANCELED);
  }

  @Test
  void aKillThatCountsNoVersionReachesUpToItsOwnTime(Lane lane) throws Exception {
    var base = ingest(lane);
    var story = base + "/v1/articles?guid=urn:test:1";
    var kill = story + "&pubStatus=CANCELED&versionCreated=2026-11-23T12:00:00Z";

    assertThat(postText(story)).isEqualTo(202);
    assertThat(postText(kill)).isEqualTo(202);
    assertThat(postText(kill)).isEqualTo(200);
    assertThat(articles(lane, 2))
        .extracting(Article::getVersion)
        .containsExactly(1, (int) Instant.parse("2026-11-23T12:00:00Z").getEpochSecond());
  }

  @Test
  void theSameArticlePushedAtOnceManyTimesIsOneArticle(Lane lane) throws Exception {
    var base = ingest(lane);
    var threads = Executors.newFixedThreadPool(16);
    var answers = new ArrayList<Future<HttpResponse<String>>>();

    for (int i = 0; i < 64; i++) {
      answers.add(threads.submit(() -> post(base, "application/json", ARTICLE)));
    }

    var codes = new ArrayList<Integer>();
    for (var answer : answers) {
      codes.add(answer.get().statusCode());
    }
    threads.shutdown();
    assertThat(codes).containsOnlyOnce(202).isSubsetOf(202, 200, 429);
    assertThat(articles(lane, 1)).hasSize(1);
  }

  @Test
  void anotherInstanceKnowsTheReceiptAndTheRepeat(Lane lane) throws Exception {
    var first = ingest(lane);
    var second = ingest(lane);
    var location =
        post(first, "application/json", ARTICLE).headers().firstValue("Location").orElseThrow();

    await().untilAsserted(() -> assertThat(get(second + location).statusCode()).isEqualTo(200));

    assertThat(post(second, "application/json", ARTICLE).statusCode()).isEqualTo(200);
  }

  @Test
  void plainTextIsAnArticleOfItsOwnBytes(Lane lane) throws Exception {
    var base = ingest(lane);

    var answer = post(base, "text/plain", "Gr\u00fc\u00dfe");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(articles(lane, 1))
        .allSatisfy(
            article -> {
              assertThat(article.getGuid()).startsWith("urn:sha256:");
              assertThat(article.getBody()).isEqualTo("Gr\u00fc\u00dfe");
            });
  }

  @Test
  void whatIsWrongIsSaidWithFieldAndReason(Lane lane) throws Exception {
    var base = ingest(lane);

    var answer = post(base, "application/json", ARTICLE.replace("headline", "headlin"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var error = json(answer).path("errors").path(0);
    assertThat(error.path("field").asText()).isEqualTo("headlin");
    assertThat(error.path("reason").asText()).contains("the nearest one is headline");
  }

  @Test
  void copyThatIsTooLongIsRefused(Lane lane) throws Exception {
    var base = ingest(lane, "COPYTASTER_INGEST_MAX_BYTES", "2000");

    var answer = post(base, "text/plain", "x".repeat(2_001));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void anUnknownTypeIsRefused(Lane lane) throws Exception {
    assertThat(post(ingest(lane), "image/png", "x").statusCode()).isEqualTo(415);
  }

  @Test
  void theTraceOfTheSourceIsCarriedOn(Lane lane) throws Exception {
    var base = ingest(lane);
    var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    http.send(
        request(base, "application/json", ARTICLE).header("traceparent", trace).build(),
        HttpResponse.BodyHandlers.ofString());

    var topic = new Topics(lane.kafka().topicPrefix()).articles();
    var record = Reading.<Article>records(lane.kafka(), topic, 1).get(0);
    assertThat(EventHeaders.trace(record.headers())).contains(trace);
    assertThat(EventHeaders.get(record.headers(), "ce_id")).contains("urn:test:1:1");
    assertThat(record.headers().toArray())
        .extracting(header -> header.key())
        .containsExactlyInAnyOrder(
            "ce_specversion",
            "ce_type",
            "ce_source",
            "ce_id",
            "ce_time",
            "content-type",
            "traceparent");
  }

  @Test
  void onAFullDiskNothingButKillsIsTaken(Lane lane, @TempDir Path disk) throws Exception {
    var base =
        started(
            lane,
            "COPYTASTER_DISK_PATHS",
            disk.toString(),
            "COPYTASTER_DISK_LEAST_MB",
            "1000000000");
    var kill = ARTICLE.replace("{", "{\"pubStatus\":\"CANCELED\",");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> post(base, "application/json", kill).statusCode(), code -> code == 202);

    var refused = post(base, "application/json", ARTICLE.replace("test:1", "test:2"));
    var odd = post(base, "application/json", "{\"guid\":");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("there is no room left on the disk");
    assertThat(odd.statusCode()).isEqualTo(503);
    assertThat(articles(lane, 1)).extracting(Article::getGuid).containsExactly("urn:test:1");
    assertThat(services.get(0).ready()).isFalse();
  }

  @Test
  void withoutABrokerNothingIsAcknowledgedAndNothingAcknowledgedIsLost(
      Lane lane, @TempDir Path directory) throws Exception {
    int port = Ports.free();
    var broker = new EmbeddedBroker(directory, port);
    broker.start();
    var kafka = lane.on(broker.bootstrap(), 1).kafka();
    var base = ingest(lane, "COPYTASTER_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap());
    assertThat(post(base, "application/json", ARTICLE).statusCode()).isEqualTo(202);

    broker.close();
    var away = post(base, "application/json", ARTICLE.replace("test:1", "test:2"));
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).isPresent();

    var again = new EmbeddedBroker(directory, port);
    again.start();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        post(base, "application/json", ARTICLE.replace("test:1", "test:2"))
                            .statusCode())
                    .isIn(202, 200));
    assertThat(Reading.<Article>records(kafka, new Topics(kafka.topicPrefix()).articles(), 2))
        .extracting(record -> record.key())
        .contains("urn:test:1", "urn:test:2");
    stop();
    services.clear();
    again.close();
  }

  @Test
  void filesInTheDropFolderAreTakenAndSorted(Lane lane, @TempDir Path drop) throws Exception {
    Files.writeString(drop.resolve("a.json"), ARTICLE);
    Files.writeString(drop.resolve("b.json"), "{\"guid\":\"g\",\"pubStatus\":\"USABLE\"}");
    Files.writeString(drop.resolve("c.doc"), "\u0000\u0001");
    Files.writeString(drop.resolve("d.json.part"), "half");

    ingest(
        lane, "COPYTASTER_INGEST_DROP", drop.toString(), "COPYTASTER_INGEST_DROP_QUIET", "200ms");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(drop.resolve("done/a.json")).exists();
              assertThat(drop.resolve("refused/b.json")).exists();
              assertThat(drop.resolve("refused/b.json.reason"))
                  .content()
                  .isEqualTo("body is missing; only a kill may come without one\n");
              assertThat(drop.resolve("refused/c.doc.reason")).exists();
            });
    assertThat(drop.resolve("d.json.part")).exists();
    assertThat(articles(lane, 1)).hasSize(1);
  }

  private String ingest(Lane lane, String... more) {
    var base = started(lane, more);
    await().atMost(Duration.ofSeconds(30)).until(services.get(services.size() - 1)::ready);
    return base;
  }

  private String started(Lane lane, String... more) {
    int port = Ports.free();
    var all = new ArrayList<>(List.of(more));
    all.addAll(List.of("COPYTASTER_INGEST_PORT", "" + port));
    var settings = IngestSettings.read(lane.settings(all.toArray(String[]::new)));
    var service = Ingest.service(settings, new Metrics("ingest"));
    service.start();
    services.add(service);
    return "http://127.0.0.1:" + port;
  }

  private static List<Article> articles(Lane lane, int atLeast) {
    var topic = new Topics(lane.kafka().topicPrefix()).articles();
    return Reading.<Article>records(lane.kafka(), topic, atLeast).stream()
        .map(record -> record.value())
        .toList();
  }

  private HttpRequest.Builder request(String base, String type, String body) {
    return HttpRequest.newBuilder(URI.create(base + "/v1/articles"))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> post(String base, String type, String body) throws Exception {
    return http.send(request(base, type, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  private int postText(String url) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("Body " + Marks.in("body")))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> get(String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
