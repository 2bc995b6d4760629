package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.enrich.PastEnricher;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Tables;
import org.copytaster.runtime.Metrics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.sink.Rebuild;
import org.copytaster.sink.Rebuild.Begin;
import org.copytaster.sink.Sink;
import org.copytaster.sink.SinkSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A store is filled through the pipeline, lost, and built again of the topics. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {

  private RebuildBench bench;
  private PastEnricher enricher;

  @BeforeAll
  void fill(Lane lane, @TempDir Path directory) throws Exception {
    bench = new RebuildBench(lane, directory);
    bench.fill();
    enricher =
        PastEnricher.start(
            EnrichSettings.read(lane.settings("COPYTASTER_ENRICH_OPS_PORT", "0")),
            Clock.systemUTC());
  }

  @AfterAll
  void close() {
    enricher.close();
  }

  /** The broker has taken all but the newest of each guid away. */
  @Test
  void everyRowComesBack(Lane empty) {
    var built = rebuild(empty, Begin.EMPTY);

    for (var table : RebuildBench.TABLES) {
      assertThat(bench.before(table)).as(table).isNotEmpty();
      assertThat(bench.differences(empty.databaseUrl(), table)).as(table).isEmpty();
    }
    assertThat(built.refused()).isZero();
    assertThat(built.earlier()).isPositive();
    assertThat(bench.positions(empty.databaseUrl())).isEqualTo(bench.ends());
  }

  /** It comes last, since it writes to the topics. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aPipelineGoesOnWithIt(Lane empty, @TempDir Path directory) throws Exception {
    rebuild(empty, Begin.EMPTY);
    var letters = bench.letters();
    var receipts = bench.receipts();

    try (var after = new Pipeline(bench.with(empty), directory)) {
      after.start();
      after.push(Pipeline.article("urn:after", 1, "one more"));
      after.stored("urn:after", 1);
      after.push(Pipeline.article("urn:three", 4, "fourth"));
      after.stored("urn:three", 4);
      after.push(Pipeline.article("urn:after", 2, "last"));
      after.stored("urn:after", 2);
      assertThat(after.status("urn:embargoed")).isEqualTo(404);
    }

    var tables = new Tables(empty.databaseUrl());
    assertThat(tables.count("select count(*) from article_versions where guid = 'urn:three'"))
        .isEqualTo(4);
    assertThat(bench.letters()).isEqualTo(letters);
    // each of three pushes is published and stored; what stands behind the group's offset is
    // answered for, as after any crash, and nothing else
    assertThat(bench.receipts() - receipts).isEqualTo(6 + bench.compacted());
  }

  @Test
  void whatIsBrokenOffGoesOn(Lane empty) {
    for (int survived : new int[] {0, 1, 3}) {
      var left = new AtomicInteger(survived);
      Begin begin = survived == 0 ? Begin.EMPTY : Begin.RESUMED;
      assertThatThrownBy(() -> run(empty, begin, article -> breakingOff(article, left)))
          .isInstanceOf(BrokenOffError.class);
    }
    rebuild(empty, Begin.RESUMED);

    for (var table : RebuildBench.TABLES) {
      assertThat(bench.differences(empty.databaseUrl(), table)).as(table).isEmpty();
    }
  }

  @Test
  void earlierVersionsCanComeLater(Lane empty) {
    run(empty, Begin.EMPTY, null);
    assertThat(bench.differences(empty.databaseUrl(), "articles")).isEmpty();
    assertThat(bench.differences(empty.databaseUrl(), "article_versions")).isNotEmpty();

    rebuild(empty, Begin.RESUMED);

    assertThat(bench.differences(empty.databaseUrl(), "article_versions")).isEmpty();
  }

  @Test
  void aStoreThatHasSomethingIsLeftAlone(Lane other) {
    rebuild(other, Begin.EMPTY);
    var tables = new Tables(other.databaseUrl());
    tables.execute("update articles set slugline = 'written by hand' where guid = 'urn:one'");

    assertThatThrownBy(() -> rebuild(other, Begin.EMPTY))
        .isInstanceOf(Rebuild.HaltedException.class)
        .hasMessageContaining("not empty")
        .hasMessageContaining("--clear");
    assertThat(bench.differences(other.databaseUrl(), "articles")).isNotEmpty();

    rebuild(other, Begin.CLEARED);
    assertThat(bench.differences(other.databaseUrl(), "articles")).isEmpty();
  }

  @Test
  void aStoreWithASinkIsLeftAlone(Lane other) {
    var settings =
        SinkSettings.read(
            bench
                .with(other)
                .settings("COPYTASTER_SINK_OPS_PORT", "0", "COPYTASTER_SINK_GROUP", "x"));
    var sink = Sink.service(settings, new Metrics("sink"));
    sink.start();
    try {
      await().atMost(Duration.ofSeconds(60)).until(sink::ready);
      assertThatThrownBy(() -> rebuild(other, Begin.CLEARED))
          .isInstanceOf(Rebuild.HaltedException.class)
          .hasMessageContaining("a sink is connected");
    } finally {
      sink.close();
    }
  }

  /**
   * A sink that comes while it is built moves the positions; nothing is stored over what it did.
   */
  @Test
  void aSinkThatComesMeanwhileIsNoticed(Lane empty) {
    var tables = new Tables(empty.databaseUrl());

    assertThatThrownBy(
            () ->
                run(
                    empty,
                    Begin.EMPTY,
                    article -> {
                      tables.execute("update consumer_positions set next_offset = next_offset + 1");
                      return enricher.enrich(article);
                    }))
        .isInstanceOf(Rebuild.HaltedException.class)
        .hasMessageContaining("a sink has written to this store");
  }

  @Test
  void aPrefixWithoutTopicsEmptiesNothing(Lane other) {
    rebuild(other, Begin.EMPTY);
    var elsewhere = bench.with(other).settings("COPYTASTER_TOPIC_PREFIX", "nobody.");

    assertThatThrownBy(
            () ->
                new Rebuild(SinkSettings.read(elsewhere), Clock.systemUTC(), each -> {})
                    .run(Begin.CLEARED, past(enricher::enrich)))
        .isInstanceOf(Rebuild.HaltedException.class)
        .hasMessageContaining("nobody.news.enriched is not there or is empty");
    assertThat(bench.differences(other.databaseUrl(), "articles")).isEmpty();
  }

  /** What was held when it was replaced is not shown by a rebuild, also once its time has come. */
  @Test
  void whatAnEditorHeldStaysAway(Lane empty) {
    await().until(() -> Instant.now().isAfter(bench.endOfHeld()));

    rebuild(empty, Begin.EMPTY);

    assertThat(
            new Tables(empty.databaseUrl())
                .rows(
                    "select version from article_versions" + " where guid = 'urn:held-by-editor'"))
        .hasSize(1);
  }

  private Rebuild.Built rebuild(Lane to, Begin begin) {
    return run(to, begin, enricher::enrich);
  }

  private Rebuild.Built run(
      Lane to, Begin begin, @Nullable Function<Article, EnrichedArticle> tagged) {
    var settings = SinkSettings.read(bench.with(to).settings("COPYTASTER_SINK_BATCH", "3"));
    return new Rebuild(settings, Clock.systemUTC(), each -> {}).run(begin, past(tagged));
  }

  private static Rebuild.Past past(@Nullable Function<Article, EnrichedArticle> tagged) {
    return new Rebuild.Past(PastEnricher.judging(), Optional.ofNullable(tagged));
  }

  private EnrichedArticle breakingOff(Article article, AtomicInteger left) {
    if (left.getAndDecrement() <= 0) {
      throw new BrokenOffError();
    }
    return enricher.enrich(article);
  }

  private static final class BrokenOffError extends Error {
    private static final long serialVersionUID = 1L;
  }
}
