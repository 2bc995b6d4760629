package org.copytaster.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.copytaster.ingest.Pushing.articles;
import static org.copytaster.ingest.Pushing.gzip;
import static org.copytaster.parts.testing.Requests.get;
import static org.copytaster.parts.testing.Requests.json;
import static org.copytaster.parts.testing.Requests.post;
import static org.copytaster.parts.testing.Requests.push;
import static org.copytaster.parts.testing.Requests.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pushes as sources and strangers send them. */
@ExtendWith(Lanes.class)
class PushIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARTICLE = Pushing.ARTICLE;
  private static final String SECRET = "a secret of the desk";

  /**
   * An article as Superdesk's ninjs formatter writes it, with the picture that it pushed before.
   */
  private static final String NINJS =
      """
      {"guid": "urn:newsml:desk.example:2026-03:4711", "version": "3", "type": "text",
       "pubstatus": "usable", "versioncreated": "2026-03-03T08:15:00+0000", "language": "en",
       "firstcreated": "2026-03-03T07:50:00+0000", "urgency": 3, "priority": 6, "profile": "story",
       "headline": "Ferries stay in port", "slugline": "ferries-strike", "byline": "Mara Quill",
       "body_html": "<p>No ferry left Port Ellery on Tuesday.</p><p>Crews want more pay.</p>",
       "description_html": "<p>Crews walked out.</p>", "source": "Desk", "charcount": 58,
       "wordcount": 11, "readtime": 0, "place": [{"name": "Port Ellery", "code": "PE"}],
       "subject": [{"name": "strike", "code": "20000631", "scheme": "mediatopic"}],
       "service": [{"name": "Domestic", "code": "d"}], "annotations": [],
       "associations": {"featuremedia": {"guid": "tag:desk.example:2026:65f0c0ffee",
         "type": "picture", "version": "1", "pubstatus": "usable", "mimetype": "image/jpeg",
         "renditions": {"original": {"media": "65f0c0ffee", "mimetype": "image/jpeg",
           "href": "https://desk.example/65f0c0ffee"}}, "headline": "An empty quay"}}}
      """;

  private final Pushing ingest = new Pushing();
  private final Secret key = KeyHash.newKey();
  @TempDir Path sources;

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void aSourceIsWhoItsKeySays(Lane lane) throws Exception {
    var base = guarded(lane, "language: pt");

    assertThat(send(push(base, ARTICLE)).statusCode()).isEqualTo(401);
    assertThat(send(push(base, ARTICLE).header("X-Api-Key", key.reveal())).statusCode())
        .isEqualTo(202);

    assertThat(articles(lane, 1))
        .singleElement()
        .satisfies(
            article -> {
              assertThat(article.getSource()).isEqualTo("coast");
              assertThat(article.getLanguage()).isEqualTo("pt");
            });
  }

  @Test
  void sourcesSaysWhoWasHeard(Lane lane) throws Exception {
    Files.writeString(sources.resolve("hills.yaml"), "name: hills\n");
    var base = guarded(lane, "every: 15m");
    send(push(base, ARTICLE).header("X-Api-Key", key.reveal()));

    var listed = json(send(get(base + "/v1/sources"))).path("sources");

    assertThat(listed).hasSize(2);
    assertThat(listed.path(0).path("state").asText()).isEqualTo("LIVELY");
    assertThat(listed.path(0).path("lastHeard").asText()).isNotEmpty();
    assertThat(listed.path(1).path("state").asText()).isEqualTo("UNHEARD");
  }

  @Test
  void aSourceWritesItsOwnGuidsOnly(Lane lane) throws Exception {
    var base = guarded(lane, "guid-prefixes: ['urn:hills:']");

    var answer = send(push(base, ARTICLE).header("Authorization", "Bearer " + key.reveal()));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("errors").path(0).path("field").asText()).isEqualTo("guid");
  }

  @Test
  void aSourceOverItsQuotaIsToldWhenToComeBack(Lane lane) throws Exception {
    var base = guarded(lane, "quota: 1");
    var first = send(push(base, ARTICLE).header("X-Api-Key", key.reveal()));
    assertThat(first.headers().firstValue("RateLimit").orElseThrow())
        .startsWith("\"articles\";r=0;");

    var second = send(push(base, ARTICLE).header("X-Api-Key", key.reveal()));

    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).isPresent();
    assertThat(second.headers().firstValue("RateLimit-Policy")).contains("\"articles\";q=1;w=60");
  }

  @Test
  void offLoopbackIngestDoesNotStartWithoutACredential(Lane lane) {
    var settings =
        IngestSettings.read(
            lane.settings("COPYTASTER_BIND_ADDRESS", "0.0.0.0", "COPYTASTER_INGEST_PORT", "0"));
    var service = Ingest.service(settings, new Metrics("ingest"));

    assertThatIllegalStateException()
        .isThrownBy(service::start)
        .withMessageContaining("0.0.0.0")
        .withMessageContaining("COPYTASTER_INGEST_SOURCES");
  }

  @Test
  void aDryRunShowsTheArticleAndPublishesNothing(Lane lane) throws Exception {
    var base = ingest.start(lane);

    var answer = send(post(base + "/v1/articles?dry_run=true", "application/json", ARTICLE));
    send(push(base, ARTICLE.replace("coast:1", "coast:2")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("article").path("headline").asText()).isEqualTo("Head");
    assertThat(json(answer).path("errors")).isEmpty();
    assertThat(articles(lane, 1)).extracting(Article::getGuid).containsExactly("urn:coast:2");
  }

  @Test
  void aDryRunSaysWhatIsWrong(Lane lane) throws Exception {
    var bad = ARTICLE.replace("\"Body\"", "\"\"");

    var answer =
        send(post(ingest.start(lane) + "/v1/articles?dry_run=true", "application/json", bad));

    assertThat(json(answer).path("errors").path(0).path("field").asText()).isEqualTo("body");
  }

  @Test
  void everyLineOfABatchIsAnsweredInOrder(Lane lane) throws Exception {
    var lines = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      lines.append(i == 7 ? "{\"guid\":" : ARTICLE.replace("coast:1", "coast:" + i)).append("\n\n");
    }

    var answer =
        send(
            HttpRequest.newBuilder(URI.create(ingest.start(lane) + "/v1/articles:batch"))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        gzip(lines.toString().getBytes(UTF_8)))));

    var answers = new ArrayList<JsonNode>();
    for (var line : answer.body().lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    assertThat(answers).hasSize(40);
    assertThat(answers.get(6).path("status").asInt()).isEqualTo(400);
    assertThat(answers.get(6).path("line").asInt()).isEqualTo(13);
    answers.remove(6);
    assertThat(answers).allMatch(each -> each.path("status").asInt() == 202);
    assertThat(articles(lane, 39)).hasSize(39);
  }

  @Test
  void aLineThatIsTooLongEndsTheBatchWithItsAnswer(Lane lane) throws Exception {
    var base = ingest.start(lane, "COPYTASTER_INGEST_MAX_BYTES", "2000");

    var answer =
        send(
            post(
                base + "/v1/articles:batch",
                "application/x-ndjson",
                ARTICLE + "\n" + "x".repeat(3_000) + "\n" + ARTICLE));

    var statuses = new ArrayList<Integer>();
    for (var line : answer.body().lines().toList()) {
      statuses.add(JSON.readTree(line).path("status").asInt());
    }
    assertThat(statuses).containsExactly(202, 413);
  }

  @Test
  void aSignedAndPackedBatchIsTaken(Lane lane) throws Exception {
    Files.writeString(sources.resolve("secret"), SECRET);
    var base = guarded(lane, "webhook-secret: file:secret");
    var packed = gzip((ARTICLE + "\n").getBytes(UTF_8));
    var at = Long.toString(java.time.Instant.now().getEpochSecond());
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    mac.update(("m1." + at + ".").getBytes(UTF_8));
    var signature = java.util.Base64.getEncoder().encodeToString(mac.doFinal(packed));

    var answer =
        send(
            HttpRequest.newBuilder(URI.create(base + "/v1/articles:batch"))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .header("webhook-id", "m1")
                .header("webhook-timestamp", at)
                .header("webhook-signature", "v1," + signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed)));

    assertThat(JSON.readTree(answer.body()).path("status").asInt()).isEqualTo(202);
  }

  @Test
  void theSameKeyAndBytesGetTheSameAnswerAndOtherBytesNone(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var first = send(push(base, ARTICLE).header("Idempotency-Key", "k"));

    var again = send(push(base, ARTICLE).header("Idempotency-Key", "k"));
    var other = send(push(base, ARTICLE + " ").header("Idempotency-Key", "k"));

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
  }

  /** As superdesk-core's HTTP push does it: look each picture up, send what is missing, push. */
  @Test
  void superdeskPushesPicturesAndThenTheArticle(Lane lane) throws Exception {
    Files.writeString(sources.resolve("secret"), SECRET);
    var base = guarded(lane, "superdesk-secret: file:secret");
    var picture = base + "/push_binary/65f0c0ffee";
    assertThat(send(get(picture)).statusCode()).isEqualTo(404);

    var form =
        "--b0\r\nContent-Disposition: form-data; name=\"media_id\"\r\n\r\n65f0c0ffee\r\n"
            + "--b0\r\nContent-Disposition: form-data; name=\"media\"; filename=\"65f0c0ffee\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n"
            + "\u00ff\u00d8".repeat(200_000)
            + "\r\n--b0--\r\n";
    var type = "multipart/form-data; boundary=b0";
    assertThat(send(signed(base + "/push_binary", type, form, "wrong")).statusCode())
        .isEqualTo(401);
    assertThat(send(signed(base + "/push_binary", type, form, SECRET)).statusCode()).isEqualTo(201);
    assertThat(send(get(picture)).statusCode()).isEqualTo(200);

    var json = "application/json; charset=utf-8";
    assertThat(send(signed(base + "/v1/push", json, NINJS, SECRET)).statusCode()).isEqualTo(202);
    assertThat(articles(lane, 1))
        .singleElement()
        .satisfies(
            article -> {
              assertThat(article.getSource()).isEqualTo("coast");
              assertThat(article.getFormat()).isEqualTo("ninjs");
              assertThat(article.getGuid()).isEqualTo("urn:newsml:desk.example:2026-03:4711");
              assertThat(article.getVersion()).isEqualTo(3);
              assertThat(article.getHeadline()).isEqualTo("Ferries stay in port");
              assertThat(article.getBody()).contains("No ferry left Port Ellery on Tuesday.");
            });
  }

  private String guarded(Lane lane, String more) throws IOException {
    var hash = KeyHash.of(key);
    Files.writeString(
        sources.resolve("coast.yaml"), "name: coast\nkey-hash: " + hash + "\n" + more + "\n");
    return ingest.start(lane, "COPYTASTER_INGEST_SOURCES", sources.toString());
  }

  private static HttpRequest.Builder signed(String url, String type, String body, String secret)
      throws Exception {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
    var hex = HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    return post(url, type, body).header("x-superdesk-signature", "sha1=" + hex);
  }

  @Test
  void whatIsNotWhatItSaysIsToldWhatToSendInstead(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var form = "guid=urn:form:1&headline=Head&body=Body";

    for (var path : List.of("/v1/articles", "/v1/articles:batch", "/v1/push")) {
      for (var type :
          List.of("Application/X-WWW-Form-Urlencoded; charset=utf-8", "multipart/form-data")) {
        var answer = send(post(base + path, type, form));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("detail").asText()).contains("application/json", "text/plain");
      }
      var answer = send(post(base + path, "text/plain", ARTICLE));
      assertThat(answer.statusCode()).isEqualTo(415);
      assertThat(json(answer).path("detail").asText()).contains("Content-Type: application/json");
    }
    assertThat(send(push(base, ARTICLE)).statusCode()).isEqualTo(202);
    assertThat(articles(lane, 1)).hasSize(1);
  }
}
