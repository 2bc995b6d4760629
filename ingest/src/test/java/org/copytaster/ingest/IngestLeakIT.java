package org.copytaster.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.copytaster.parts.EmbeddedBroker;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Requests;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever goes wrong, no word of the copy stands where people look who may not read it. Each test
 * provokes a failure on an article with marks in it; {@code LeakGuard}, which is on every class,
 * then looks at what was logged, at the headers of dead letters and at the receipts.
 */
@ExtendWith(Lanes.class)
class IngestLeakIT {

  private static final String MARK = Marks.in("provoked");

  @TempDir private Path directory;

  @Test
  void copyThatCannotBeReadIsNotQuoted(Lane lane) throws Exception {
    try (var ingest = new Pushing()) {
      var base = ingest.start(lane);
      for (var copy : unreadable().entrySet()) {
        for (var door :
            List.of("/v1/articles", "/v1/articles?dry_run=true", "/v1/articles:batch")) {
          var type = copy.getKey().replaceFirst("#.*", "");
          var answer = Requests.send(Requests.post(base + door, type, copy.getValue()));
          Marks.refuse(copy.getKey() + " at " + door, problems(answer.body()));
        }
      }
      Marks.refuse("the metrics", Requests.send(Requests.get(base + "/metrics")).body());
    }
  }

  @Test
  void whatIsSaidBesideTheCopyIsNotQuoted(Lane lane) throws Exception {
    try (var ingest = new Pushing()) {
      var base = ingest.start(lane);
      for (var field : List.of("version", "urgency", "versionCreated", "pubStatus", "dry_run")) {
        var query = "/v1/articles?" + field + "=" + URLEncoder.encode(MARK, UTF_8);
        var answer = Requests.send(Requests.post(base + query, "text/plain", "x"));
        assertThat(answer.statusCode()).as(field).isEqualTo(400);
      }
      Requests.raw(base, "POST /v1/articles?headline=%zz" + MARK + " HTTP/1.1\r\nHost: x\r\n\r\n");
      Requests.raw(base, "POST /v1/articles HTTP/1.1\r\nHost: x\r\n" + MARK + "\r\n\r\n");
      Requests.raw(
          base,
          "POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + MARK
              + "\r\n\r\n");
    }
  }

  @Test
  void anArticleThatTheBrokerDoesNotTakeIsNotQuoted(Lane lane) throws Exception {
    var topics = new Topics(lane.kafka().topicPrefix());
    try (var admin = Admin.create(lane.kafka().admin());
        var ingest = new Pushing()) {
      var base = ingest.start(lane);
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topics.articles());
      var small =
          new AlterConfigOp(new ConfigEntry("max.message.bytes", "200"), AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(small))).all().get();
      var versions = new AtomicInteger();

      // the broker takes a moment to keep to what it was told
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                var body = (MARK + " ").repeat(2_000) + versions.incrementAndGet();
                var next = article(body).replace("urn:leak:1", "urn:leak:" + versions);
                return Requests.send(Requests.push(base, next)).statusCode();
              },
              status -> status == 503);
    }
  }

  @Test
  void aBrokerThatGoesAwayIsNotToldOf(Lane lane) throws Exception {
    var broker = new EmbeddedBroker(directory, Ports.free());
    broker.start();
    var moved = lane.on(broker.bootstrap(), 1);
    try (var ingest = new Pushing()) {
      var base = ingest.start(moved);
      broker.close();

      var answer = Requests.send(Requests.push(base, article(MARK)));

      assertThat(answer.statusCode()).isEqualTo(503);
    }
  }

  private static String article(String body) {
    return "{\"guid\":\"urn:leak:1\",\"version\":1,\"headline\":\"Head\",\"body\":\"%s\"}"
        .formatted(body);
  }

  /** What a source sends that its reader cannot read, with a mark where the reader gives up. */
  private static Map<String, String> unreadable() {
    var json = "application/json";
    var copies = new TreeMap<String, String>();
    copies.put(json + "#token", "{\"guid\":\"g\",\"body\": " + MARK + " }");
    copies.put(json + "#cut", "{\"guid\":\"g\",\"body\":\"" + MARK);
    copies.put(json + "#escape", "{\"guid\":\"g\",\"body\":\"\\q" + MARK + "\\u00zz\"}");
    copies.put(json + "#number", "{\"guid\":\"g\",\"version\":\"" + MARK + "\"}");
    copies.put(json + "#urgency", "{\"guid\":\"g\",\"urgency\":\"" + MARK + "\"}");
    copies.put(json + "#time", "{\"guid\":\"g\",\"versionCreated\":\"" + MARK + "\"}");
    copies.put(json + "#status", "{\"guid\":\"g\",\"pubStatus\":\"" + MARK + "\"}");
    copies.put(json + "#list", "{\"guid\":\"g\",\"subjects\":\"" + MARK + "\"}");
    copies.put(json + "#nul", "{\"guid\":\"g\",\"headline\":\"" + MARK + "\\u0000\"}");
    copies.put(json + "#long", "{\"guid\":\"g\",\"headline\":\"" + MARK.repeat(1_000) + "\"}");
    copies.put(json + "#twice", "{\"guid\":\"g\",\"body\":\"a\",\"body\":\"" + MARK + "\"}");
    copies.put("application/xml#entity", "<nitf><body>&" + MARK + ";</nitf>");
    copies.put("application/xml#tag", "<nitf><" + MARK + "></nitf>");
    copies.put("application/xml#cut", "<nitf><head><title>" + MARK);
    copies.put("application/xml#attribute", "<nitf a='" + MARK + "' a='" + MARK + "'/>");
    copies.put("application/xml#time", nitf("norm=\"" + MARK + "\""));
    copies.put(
        "application/xml#newsml", "<newsItem guid=\"" + MARK + "\" version=\"" + MARK + "\">");
    copies.put("message/rfc822#header", "From: a@b\nDate: " + MARK + "\nContent-Type: " + MARK);
    copies.put(
        "message/rfc822#body",
        "From: a@b\nMIME-Version: 1.0\nContent-Type: text/plain; charset="
            + MARK
            + "\nContent-Transfer-Encoding: base64\n\n%%%"
            + MARK);
    copies.put("message/rfc822#mbox", "From a@b\n\n" + MARK);
    copies.put(
        "text/html#date", "<html><meta name=date content='" + MARK + "'><p>" + MARK + "</html>");
    copies.put(
        "application/feed+json#items",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + MARK);
    copies.put("application/rss+xml#cut", "<rss><channel><item><title>" + MARK);
    copies.put("text/plain#teletype", "\u0001" + MARK + "\u0002" + MARK + "\u0003" + MARK);
    copies.put("text/plain#charset", "\u0000\u0001\ufffd" + MARK);
    copies.put(MARK + "/" + MARK, MARK);
    copies.put("application/json; charset=" + MARK, "{\"guid\":\"g\",\"body\":\"" + MARK);
    return copies;
  }

  private static String nitf(String date) {
    return "<nitf><head><docdata><doc-id id-string='g'/><date.issue %s/></docdata></head>"
            .formatted(date)
        + "<body><body.content><p>x</p></body.content></body></nitf>";
  }

  /** An answer that holds the article, as a dry run does, is no problem. */
  private static String problems(String body) {
    return body.replaceFirst("(?s)\"article\"\\s*:\\s*\\{.*\\}(?=\\s*[,}])", "");
  }
}
