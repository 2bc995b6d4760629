package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.parts.EmbeddedCluster;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Writing;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.HeldState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two instances of enrich on three brokers, of which one instance and one broker go in the middle:
 * each article goes out once, none early, and none late but those of the instance that went, while
 * the other takes them over.
 */
@ExtendWith(Lanes.class)
class ReleaseClusterIT {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseClusterIT.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ARTICLES = 120;

  @TempDir private Path directory;
  private EmbeddedCluster cluster;
  private final Map<String, Service> instances = new HashMap<>();

  @BeforeEach
  void start() {
    cluster = new EmbeddedCluster(directory);
    cluster.start();
  }

  @AfterEach
  void stop() {
    instances.values().forEach(Service::close);
    cluster.close();
  }

  @Test
  void eachGoesOutOnceAndNoneEarlyThoughAnInstanceAndABrokerGo(Lane shared) {
    var lane = shared.on(cluster.bootstrap(), EmbeddedCluster.NODES);
    begin(lane, "a");
    begin(lane, "b");
    ready();
    var first = Instant.now().plusSeconds(30);
    hold(lane, first);
    await().atMost(PATIENCE).until(() -> held(lane).size() == ARTICLES);
    assertThat(Instant.now()).as("all are held before the first ends").isBefore(first);

    // the first third ends while both are there
    awaitOut(lane, ARTICLES / 3);
    instances.remove("a").close();
    cluster.stop(0);
    awaitOut(lane, 2 * ARTICLES / 3);
    // everybody is there again for the last third
    cluster.start(0);
    begin(lane, "a");
    ready();

    var out = awaitOut(lane, ARTICLES);
    assertThat(out).extracting(ConsumerRecord::key).doesNotHaveDuplicates().hasSize(ARTICLES);
    var late = out.stream().map(ReleaseClusterIT::late).sorted().toList();
    var undisturbed =
        out.stream()
            .filter(record -> number(record.key()) < ARTICLES / 3 - 10)
            .map(ReleaseClusterIT::late)
            .sorted()
            .toList();
    LOG.warn(
        "late by millis: undisturbed median {} most {}; all median {} p90 {} most {}",
        undisturbed.get(undisturbed.size() / 2),
        undisturbed.get(undisturbed.size() - 1),
        late.get(late.size() / 2),
        late.get(late.size() * 9 / 10),
        late.get(late.size() - 1));
    assertThat(late.get(0)).as("none is early").isNotNegative();
    // a machine that builds two modules at once is now and then busy for longer than a second
    assertThat(undisturbed.get(undisturbed.size() / 2)).as("within a second").isLessThan(1_000);
    assertThat(undisturbed).allMatch(each -> each < 10_000);
    assertThat(late).as("none is forgotten").allMatch(each -> each < 60_000);
    await().atMost(PATIENCE).until(() -> held(lane).isEmpty());
  }

  @Test
  void actsAreDoneOnceThoughTheInstanceGoesThatHoldsTheArticles(Lane shared) {
    var lane = shared.on(cluster.bootstrap(), EmbeddedCluster.NODES);
    begin(lane, "a");
    begin(lane, "b");
    ready();
    hold(lane, Instant.now().plusSeconds(3_600));
    await().atMost(PATIENCE).until(() -> held(lane).size() == ARTICLES);

    var acts = new ArrayList<Act>();
    for (int i = 0; i < ARTICLES; i++) {
      acts.add(release(i));
    }
    Writing.records(lane.kafka(), lane.topics().acts(), acts.subList(0, ARTICLES / 2));
    instances.remove("b").close();
    Writing.records(lane.kafka(), lane.topics().acts(), acts);

    var out = awaitOut(lane, ARTICLES);
    assertThat(out).extracting(ConsumerRecord::key).doesNotHaveDuplicates().hasSize(ARTICLES);
    List<ConsumerRecord<String, Audit>> audit =
        Reading.records(lane.kafka(), lane.topics().audit(), ARTICLES);
    assertThat(audit)
        .hasSize(ARTICLES)
        .allMatch(record -> record.value().getOutcome() == ActOutcome.APPLIED)
        .extracting(record -> record.value().getAct().getId())
        .doesNotHaveDuplicates();
  }

  private void begin(Lane lane, String name) {
    var settings =
        lane.settings(
            "COPYTASTER_ENRICH_OPS_PORT",
            "0",
            "COPYTASTER_ENRICH_STATE",
            directory.resolve("state-" + name).toString(),
            "COPYTASTER_REPLICATION",
            "" + EmbeddedCluster.NODES);
    var enrich = Enrich.service(EnrichSettings.read(settings), new Metrics("enrich"));
    enrich.start();
    instances.put(name, enrich);
  }

  private void ready() {
    await().atMost(PATIENCE).until(() -> instances.values().stream().allMatch(Service::ready));
  }

  /** Each ends a quarter of a second after the one before. */
  private static void hold(Lane lane, Instant first) {
    Writing.records(
        lane.kafka(),
        lane.topics().articles(),
        IntStream.range(0, ARTICLES)
            .mapToObj(
                i ->
                    Article.newBuilder()
                        .setGuid("urn:held:" + i)
                        .setVersion(1)
                        .setHeadline("Headline")
                        .setBody("Short.")
                        .setContentHash("hash")
                        .setReceivedAt(Instant.now())
                        .setEmbargoed(first.plusMillis(250L * i))
                        .build())
            .toList());
  }

  private static Act release(int i) {
    return Act.newBuilder()
        .setId("act-" + i)
        .setGuid("urn:held:" + i)
        .setKind(ActKind.RELEASE)
        .setBy("ed")
        .setTime(Instant.now())
        .build();
  }

  private static List<ConsumerRecord<String, EnrichedArticle>> awaitOut(Lane lane, int atLeast) {
    return Reading.records(lane.kafka(), lane.topics().enriched(), atLeast);
  }

  private static Map<String, HeldState> held(Lane lane) {
    return Reading.state(lane.kafka(), lane.topics().held());
  }

  private static int number(String guid) {
    return Integer.parseInt(guid.substring(guid.lastIndexOf(':') + 1));
  }

  /** From the end of the embargo to the tags, in milliseconds. */
  private static long late(ConsumerRecord<String, EnrichedArticle> record) {
    var article = record.value();
    var end = article.getArticle().getEmbargoed();
    return end == null ? Long.MAX_VALUE : Duration.between(end, article.getEnrichedAt()).toMillis();
  }
}
