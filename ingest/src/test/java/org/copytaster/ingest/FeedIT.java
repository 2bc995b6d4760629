package org.copytaster.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.ingest.Pushing.articles;
import static org.copytaster.parts.testing.Requests.get;
import static org.copytaster.parts.testing.Requests.json;
import static org.copytaster.parts.testing.Requests.send;

import ch.qos.logback.classic.Level;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A feed on a server of its own, polled by instances of ingest. */
@ExtendWith(Lanes.class)
class FeedIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ITEM =
      """
      <item><guid isPermaLink="false">coast-%d</guid><title>Ferry %d is late</title>
      <description>The ferry to the islands left late.</description></item>
      """
          .replace("left late", "left late " + Marks.in("body"));

  private final List<String> conditions = new CopyOnWriteArrayList<>();
  private final Pushing ingest = new Pushing();
  private final HttpServer server;
  private volatile int items = 2;
  @TempDir Path sources;

  FeedIT() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.server = HttpServer.create(loopback, 0);
    server.createContext("/feed", this::answer);
    server.start();
  }

  @BeforeEach
  void setUp() throws IOException {
    Files.writeString(
        sources.resolve("coast.yaml"),
        "name: coast\nway: feed\npoll: 10s\nlanguage: en\nurl: http://127.0.0.1:%d/feed\n"
            .formatted(server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    ingest.close();
    server.stop(0);
  }

  @Test
  void entriesBecomeArticlesOnceEachWhoeverPolls(Lane lane) throws Exception {
    var base = start(lane);
    assertThat(articles(lane, 2))
        .extracting(Article::getGuid)
        .containsExactlyInAnyOrder("coast-1", "coast-2");
    assertThat(articles(lane, 2))
        .allSatisfy(
            article -> {
              assertThat(article.getSource()).isEqualTo("coast");
              assertThat(article.getFormat()).isEqualTo("rss");
              assertThat(article.getLanguage()).isEqualTo("en");
            });
    var state = json(send(get(base + "/v1/sources"))).path("sources").path(0);
    assertThat(state.path("state").asText()).isEqualTo("LIVELY");
    assertThat(state.path("lastPolled").asText()).isNotEmpty();
    assertThat(state.path("nextPoll").asText()).isNotEmpty();

    // another instance takes over where the first left off: it asks for what is new
    start(lane);
    ingest.closeFirst();
    items = 3;

    await().atMost(PATIENCE).until(() -> articles(lane, 2).size() > 2);
    assertThat(articles(lane, 3))
        .extracting(Article::getGuid)
        .containsExactlyInAnyOrder("coast-1", "coast-2", "coast-3");
    assertThat(conditions.get(0)).isEqualTo("none");
    assertThat(conditions.subList(1, conditions.size())).doesNotContain("none");
  }

  @Test
  void aPrivateAddressIsNotAskedUnlessASettingSaysSo(Lane lane) throws Exception {
    var base = ingest.start(lane, "COPYTASTER_INGEST_SOURCES", sources.toString());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        json(send(get(base + "/v1/sources")))
                            .path("sources")
                            .path(0)
                            .path("trouble")
                            .asText())
                    .contains("COPYTASTER_INGEST_FEED_PRIVATE"));
    assertThat(conditions).isEmpty();
  }

  @Test
  void anAnswerThatIsNoFeedLiesInTheDeadLettersOnce(Lane lane) throws Exception {
    items = -1;
    start(lane);

    await().atMost(PATIENCE).until(() -> conditions.size() >= 2);

    var letters =
        Reading.bytes(lane.kafka(), new Topics(lane.kafka().topicPrefix()).deadLetters(), 1);
    assertThat(letters).hasSize(1);
  }

  @Test
  void aStopInTheMiddleOfALongFeedIsSaidOnce(Lane lane) throws Exception {
    items = 12_000;
    try (var log = new Loud()) {
      start(lane);
      // so long a feed takes its time where others are at work
      await().atMost(PATIENCE.multipliedBy(2)).until(() -> published(lane) >= 200);
      long begin = System.nanoTime();

      ingest.close();

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
      assertThat(published(lane)).isLessThan(12_000);
      assertThat(log.said(Level.WARN)).hasSizeLessThanOrEqualTo(1);
      assertThat(log.traces()).isEmpty();
    }
  }

  private static long published(Lane lane) {
    return Reading.count(lane.kafka(), lane.topics().articles());
  }

  private String start(Lane lane) {
    return ingest.start(
        lane,
        "COPYTASTER_INGEST_SOURCES",
        sources.toString(),
        "COPYTASTER_INGEST_FEED_PRIVATE",
        "true");
  }

  private void answer(HttpExchange exchange) throws IOException {
    var known = exchange.getRequestHeaders().getFirst("If-None-Match");
    conditions.add(known == null ? "none" : known);
    var tag = "\"" + items + "\"";
    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
    exchange.getResponseHeaders().set("ETag", tag);
    if (tag.equals(known)) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      var body = (items < 0 ? "<rss><channel>" : feed()).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private String feed() {
    var all = new StringBuilder("<rss version=\"2.0\"><channel><title>Coast</title>");
    for (int i = items; i > 0; i--) {
      all.append(ITEM.formatted(i, i));
    }
    return all + "</channel></rss>";
  }
}
