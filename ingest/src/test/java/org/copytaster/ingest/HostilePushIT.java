package org.copytaster.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.ingest.Pushing.articles;
import static org.copytaster.ingest.Pushing.gzip;
import static org.copytaster.parts.testing.Requests.get;
import static org.copytaster.parts.testing.Requests.json;
import static org.copytaster.parts.testing.Requests.post;
import static org.copytaster.parts.testing.Requests.push;
import static org.copytaster.parts.testing.Requests.raw;
import static org.copytaster.parts.testing.Requests.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pushes that no honest source sends: each is refused clearly, in bounded time and memory. */
@ExtendWith(Lanes.class)
class HostilePushIT {

  private static final String ARTICLE = Pushing.ARTICLE;

  private final Pushing ingest = new Pushing();

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void whatAToolSendsAsTextIsTakenWithoutAnOrigin(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var kill =
        "POST /v1/articles?guid=urn:door:1&version=4&pubStatus=CANCELED&edNote=KILL HTTP/1.1\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 6\r\nHost: 127.0.0.1:%d\r\n\r\nkilled";

    assertThat(raw(base, kill.formatted(URI.create(base).getPort()))).startsWith("HTTP/1.1 202");
  }

  @Test
  void aBombIsRefusedByWhatComesOutOfIt(Lane lane) throws Exception {
    var bomb = gzip(new byte[100 * 1024 * 1024]);

    var answer =
        send(
            HttpRequest.newBuilder(URI.create(ingest.start(lane) + "/v1/articles"))
                .header("Content-Type", "text/plain")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb)));

    assertThat(bomb.length).isLessThan(200_000);
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aHundredMegabytesAreRefusedBeforeTheyAreRead(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var head =
        "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    assertThat(raw(base, head + "Content-Length: 104857600\r\n\r\n{\"headline\":\""))
        .startsWith("HTTP/1.1 413");
    var chunk = "300000\r\n" + "x".repeat(0x300000) + "\r\n";
    assertThat(raw(base, head + "Transfer-Encoding: chunked\r\n\r\n" + chunk))
        .startsWith("HTTP/1.1 413");
  }

  /**
   * The client sends on while it may; what it got rid of is what the server and its socket took.
   */
  @Test
  void aHundredMegabytesOfHeadlineAreRefusedAfterTheFirstFew(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var chunk = ("10000\r\n" + "h".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
    long sent = 0;
    long begin = System.nanoTime();

    try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
      var out = socket.getOutputStream();
      var head =
          String.join(
              "\r\n",
              "POST /v1/articles HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/json",
              "Transfer-Encoding: chunked",
              "",
              "d",
              "{\"headline\":\"",
              "");
      out.write(head.getBytes(ISO_8859_1));
      try {
        for (; sent < 100L * 1024 * 1024; sent += chunk.length) {
          out.write(chunk);
        }
      } catch (IOException e) {
        assertThat(sent).isPositive();
      }
    }

    assertThat(sent).isLessThan(30L * 1024 * 1024);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(send(push(base, ARTICLE)).statusCode()).isEqualTo(202);
  }

  @Test
  void aBombInABatchIsRefusedByItsLine(Lane lane) throws Exception {
    var bomb = gzip((ARTICLE + "\n" + "x".repeat(100 * 1024 * 1024)).getBytes(ISO_8859_1));

    var answer =
        send(
            HttpRequest.newBuilder(URI.create(ingest.start(lane) + "/v1/articles:batch"))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bomb)));

    var lines = answer.body().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\"status\":202");
    assertThat(lines.get(1)).contains("\"status\":413");
  }

  /** Archives are no copy: nothing in them is unpacked, not even gzip in gzip. */
  @Test
  void archivesAreNotUnpacked(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("../../a.json"));
      out.write(new byte[10 * 1024 * 1024]);
    }
    for (var type : List.of("application/zip", "application/octet-stream", "text/plain")) {
      assertThat(send(bytes(base, type, zip.toByteArray())).statusCode()).isIn(400, 415);
    }
    var twice = gzip(gzip(ARTICLE.getBytes(ISO_8859_1)));
    var answer = send(bytes(base, "application/json", twice).header("Content-Encoding", "gzip"));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void entitiesReadNoFilesAndDoNotGrow(Lane lane, @TempDir Path directory) throws Exception {
    var base = ingest.start(lane);
    var secret = Files.writeString(directory.resolve("secret"), "the key of the safe");
    var laughs = new StringBuilder("<!ENTITY l0 'ha'>");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
    }
    var nitf =
        "<!DOCTYPE nitf [<!ENTITY x SYSTEM '%s'>%s]><nitf><head><docdata><doc-id id-string='g'/>"
            + "</docdata></head><body><body.head><hedline><hl1>Ferry &x; &l39;</hl1></hedline>"
            + "</body.head><body.content><p>It runs again.</p></body.content></body></nitf>";

    var answer =
        send(
            post(
                base + "/v1/articles?dry_run=true",
                "application/xml",
                nitf.formatted(secret.toUri(), laughs)));

    assertThat(answer.body()).doesNotContain("key of the safe").hasSizeLessThan(10_000);
    assertThat(json(answer).path("article").path("headline").asText()).startsWith("Ferry");
  }

  @Test
  void overlongLinesAreRefusedWhereverTheyStand(Lane lane) throws Exception {
    var base = ingest.start(lane);

    assertProblem(base, ARTICLE.replace("Head", "h".repeat(10_001)), "headline must not be longer");
    assertProblem(base, ARTICLE.replace("coast:1", "g".repeat(600)), "guid must not be longer");
    assertThat(raw(base, "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 414");
    assertThat(
            raw(base, "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void damagedAndHostileArticlesAreRefusedWithFieldAndReason(Lane lane) throws Exception {
    var base = ingest.start(lane);

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
  void invalidUtf8IsReadAndFlagged(Lane lane) throws Exception {
    var base = ingest.start(lane);

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
  void headersAndPathsCannotBeInjected(Lane lane) throws Exception {
    var base = ingest.start(lane);

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
    assertThat(raw(base, "GET /v1/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 40");
  }

  private static HttpRequest.Builder bytes(String base, String type, byte[] body) {
    return HttpRequest.newBuilder(URI.create(base + "/v1/articles"))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private void assertProblem(String base, String article, String sentence) throws Exception {
    var answer = send(push(base, article));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).contains(sentence);
  }

  @Test
  void bodiesThatBreakOffCostNoMoreThanALineOfTheLog(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var one = "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    var many = one.replace("articles", "articles:batch").replace("json", "x-ndjson");
    try (var log = new Loud()) {
      for (int i = 0; i < 50; i++) {
        abort(base, one + "Content-Length: 1000\r\n\r\n{");
        abort(base, one + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
        abort(base, many + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
        abort(base, many + "Content-Length: 1000\r\n\r\n" + ARTICLE + "\n{");
        assertThat(raw(base, one + "Transfer-Encoding: chunked\r\n\r\nZZZ\r\n{}"))
            .startsWith("HTTP/1.1 400");
        assertThat(raw(base, many + "Transfer-Encoding: chunked\r\n\r\nZZZ\r\n{}"))
            .startsWith("HTTP/1.1 ")
            .doesNotContain(" 500");
      }
      assertThat(send(push(base, ARTICLE)).statusCode()).isIn(200, 202);

      assertThat(log.traces()).isEmpty();
      assertThat(log.said(ch.qos.logback.classic.Level.INFO))
          .filteredOn(line -> line.contains("http") || line.contains("GuardHandler"))
          .hasSizeLessThanOrEqualTo(2);
      assertThat(log.said(ch.qos.logback.classic.Level.WARN)).isEmpty();
    }
  }

  /** Goes away in the middle, now and then with a reset. */
  private static void abort(String base, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.setSoLinger(true, 0);
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }
  }
}
