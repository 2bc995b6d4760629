package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.standalone.Pushing.articles;
import static org.copytaster.standalone.Pushing.get;
import static org.copytaster.standalone.Pushing.gzip;
import static org.copytaster.standalone.Pushing.json;
import static org.copytaster.standalone.Pushing.post;
import static org.copytaster.standalone.Pushing.push;
import static org.copytaster.standalone.Pushing.raw;
import static org.copytaster.standalone.Pushing.send;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.copytaster.standalone.embedded.Parts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pushes that no honest source sends: each is refused clearly, in bounded time and memory. */
@ExtendWith(Parts.class)
class HostilePushIT {

  private static final String ARTICLE = Pushing.ARTICLE;

  private final Pushing ingest = new Pushing();

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void aBombIsRefusedByWhatComesOutOfIt(Parts.Lane lane) throws Exception {
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
  void aHundredMegabytesAreRefusedBeforeTheyAreRead(Parts.Lane lane) throws Exception {
    var base = ingest.start(lane);
    var head = "POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    assertThat(raw(base, head + "Content-Length: 104857600\r\n\r\n{\"headline\":\""))
        .startsWith("HTTP/1.1 413");
    var chunk = "300000\r\n" + "x".repeat(0x300000) + "\r\n";
    assertThat(raw(base, head + "Transfer-Encoding: chunked\r\n\r\n" + chunk))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void damagedAndHostileArticlesAreRefusedWithFieldAndReason(Parts.Lane lane) throws Exception {
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
  void invalidUtf8IsReadAndFlagged(Parts.Lane lane) throws Exception {
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
  void headersAndPathsCannotBeInjected(Parts.Lane lane) throws Exception {
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
    assertThat(raw(base, "GET /v1/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 40");
  }

  private void assertProblem(String base, String article, String sentence) throws Exception {
    var answer = send(push(base, article));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).contains(sentence);
  }
}
