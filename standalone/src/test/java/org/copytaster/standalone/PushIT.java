package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.ingest.source.KeyHash;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.standalone.embedded.Parts;
import org.copytaster.standalone.embedded.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pushes as sources and strangers send them. */
@ExtendWith(Parts.class)
class PushIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARTICLE =
      "{\"guid\":\"urn:coast:1\",\"source\":\"somebody\",\"headline\":\"Head\",\"body\":\"Body\"}";
  private static final String SECRET = "a secret of the desk";

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Service> services = new ArrayList<>();
  private final Secret key = KeyHash.newKey();
  @TempDir Path sources;

  @AfterEach
  void stop() {
    services.forEach(Service::close);
  }

  @Test
  void aSourceIsWhoItsKeySays(Parts.Lane lane) throws Exception {
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
  void aSourceWritesItsOwnGuidsOnly(Parts.Lane lane) throws Exception {
    var base = guarded(lane, "guid-prefixes: ['urn:hills:']");

    var answer = send(push(base, ARTICLE).header("Authorization", "Bearer " + key.reveal()));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("errors").path(0).path("field").asText()).isEqualTo("guid");
  }

  @Test
  void aSourceOverItsQuotaIsToldWhenToComeBack(Parts.Lane lane) throws Exception {
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
  void offLoopbackIngestDoesNotStartWithoutACredential(Parts.Lane lane) {
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
  void aDryRunShowsTheArticleAndPublishesNothing(Parts.Lane lane) throws Exception {
    var base = open(lane);

    var answer = send(post(base + "/v1/articles?dry_run=true", "application/json", ARTICLE));
    send(push(base, ARTICLE.replace("coast:1", "coast:2")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("article").path("headline").asText()).isEqualTo("Head");
    assertThat(json(answer).path("errors")).isEmpty();
    assertThat(articles(lane, 1)).extracting(Article::getGuid).containsExactly("urn:coast:2");
  }

  @Test
  void aDryRunSaysWhatIsWrong(Parts.Lane lane) throws Exception {
    var bad = ARTICLE.replace("\"Body\"", "\"\"");

    var answer = send(post(open(lane) + "/v1/articles?dry_run=true", "application/json", bad));

    assertThat(json(answer).path("errors").path(0).path("field").asText()).isEqualTo("body");
  }

  @Test
  void everyLineOfABatchIsAnsweredInOrder(Parts.Lane lane) throws Exception {
    var lines = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      lines.append(i == 7 ? "{\"guid\":" : ARTICLE.replace("coast:1", "coast:" + i)).append("\n\n");
    }

    var answer =
        send(
            HttpRequest.newBuilder(URI.create(open(lane) + "/v1/articles:batch"))
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
  void theSameKeyAndBytesGetTheSameAnswerAndOtherBytesNone(Parts.Lane lane) throws Exception {
    var base = open(lane);
    var first = send(push(base, ARTICLE).header("Idempotency-Key", "k"));

    var again = send(push(base, ARTICLE).header("Idempotency-Key", "k"));
    var other = send(push(base, ARTICLE + " ").header("Idempotency-Key", "k"));

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
  }

  /** As superdesk-core's HTTP push does it: look each picture up, send what is missing, push. */
  @Test
  void superdeskPushesPicturesAndThenTheArticle(Parts.Lane lane) throws Exception {
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
    assertThat(send(signed(base + "/v1/push", json, ARTICLE, SECRET)).statusCode()).isEqualTo(202);
    assertThat(articles(lane, 1)).extracting(Article::getSource).containsExactly("coast");
  }

  @Test
  void aBombIsRefusedByWhatComesOutOfIt(Parts.Lane lane) throws Exception {
    var bomb = gzip(new byte[100 * 1024 * 1024]);

    var answer =
        send(
            HttpRequest.newBuilder(URI.create(open(lane) + "/v1/articles"))
                .header("Content-Type", "text/plain")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb)));

    assertThat(bomb.length).isLessThan(200_000);
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aHundredMegabytesAreRefusedBeforeTheyAreRead(Parts.Lane lane) throws Exception {
    var base = open(lane);
    var head = "POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    assertThat(raw(base, head + "Content-Length: 104857600\r\n\r\n{\"headline\":\""))
        .startsWith("HTTP/1.1 413");
    var chunk = "300000\r\n" + "x".repeat(0x300000) + "\r\n";
    assertThat(raw(base, head + "Transfer-Encoding: chunked\r\n\r\n" + chunk))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void damagedAndHostileArticlesAreRefusedWithFieldAndReason(Parts.Lane lane) throws Exception {
    var base = open(lane);

    assertProblem(base, ARTICLE.replace("Head", "He\\u0000ad"), "headline must not contain U+0000");
    assertProblem(base, "{\"a\":".repeat(5_000), "is nested more than");
    assertProblem(base, "[".repeat(100_000), "is nested more than");
    assertProblem(base, ARTICLE.replace("coast:1", "1\\r\\nSet-Cookie: a=b"), "guid must not");
    assertProblem(base, ARTICLE.replace("\"headline\"", "\"head\\r\\nX: y\""), "is not a field");
    assertProblem(
        base,
        ARTICLE.replace("\"headline\"", "\"versionCreated\":\"9999-12-31T23:59:59Z\",\"headline\""),
        "versionCreated must be");
    assertProblem(base, ARTICLE.replace("\"body\"", "\"headline\""), "has a field twice");
  }

  @Test
  void invalidUtf8IsReadAndFlagged(Parts.Lane lane) throws Exception {
    var base = open(lane);

    var answer =
        send(
            HttpRequest.newBuilder(URI.create(base + "/v1/articles"))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        ARTICLE.replace("Body", "Caf\u00e9 am Meer").getBytes(ISO_8859_1))));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(articles(lane, 1))
        .singleElement()
        .satisfies(
            article -> {
              assertThat(article.getBody()).isEqualTo("Caf\u00e9 am Meer");
              assertThat(article.getRepairs()).isNotEmpty();
            });
  }

  @Test
  void headersAndPathsCannotBeInjected(Parts.Lane lane) throws Exception {
    var base = open(lane);

    var answer =
        send(
            post(
                base + "/v1/articles?guid=a%0d%0aSet-Cookie:%20b&source=%0d%0a",
                "text/plain",
                "x"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    for (var path : List.of("/v1/receipts/..%2f..%2fetc%2fpasswd", "/push_binary/..%2f..%2fetc")) {
      assertThat(send(get(base + path)).statusCode()).isIn(400, 404);
    }
    assertThat(raw(base, "GET /v1/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 40");
  }

  private void assertProblem(String base, String article, String sentence) throws Exception {
    var answer = send(push(base, article));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).contains(sentence);
  }

  private String guarded(Parts.Lane lane, String more) throws IOException {
    var hash = KeyHash.of(key);
    Files.writeString(
        sources.resolve("coast.yaml"), "name: coast\nkey-hash: " + hash + "\n" + more + "\n");
    return ingest(lane, "COPYTASTER_INGEST_SOURCES", sources.toString());
  }

  private String open(Parts.Lane lane) {
    return ingest(lane);
  }

  private String ingest(Parts.Lane lane, String... more) {
    int port = Ports.free();
    var all = new ArrayList<>(List.of(more));
    all.addAll(List.of("COPYTASTER_INGEST_PORT", "" + port));
    var settings = IngestSettings.read(lane.settings(all.toArray(String[]::new)));
    var service = Ingest.service(settings, new Metrics("ingest"));
    service.start();
    services.add(service);
    await().atMost(Duration.ofSeconds(30)).until(service::ready);
    return "http://127.0.0.1:" + port;
  }

  private static List<Article> articles(Parts.Lane lane, int atLeast) {
    var topic = new Topics(lane.kafka().topicPrefix()).articles();
    return Reading.<Article>records(lane.kafka(), topic, atLeast).stream()
        .map(record -> record.value())
        .toList();
  }

  /** What the server says to bytes that no client would send. */
  private static String raw(String base, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static HttpRequest.Builder signed(String url, String type, String body, String secret)
      throws Exception {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
    var hex = HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    return post(url, type, body).header("x-superdesk-signature", "sha1=" + hex);
  }

  private static HttpRequest.Builder push(String base, String body) {
    return post(base + "/v1/articles", "application/json", body);
  }

  private static HttpRequest.Builder post(String url, String type, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder get(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
