package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.copytaster.parts.EmbeddedCluster;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A sink on three brokers, of which one is away at a time. */
@ExtendWith(Lanes.class)
class SinkClusterIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int AT_A_TIME = 200;

  @TempDir private Path directory;
  private EmbeddedCluster cluster;
  private int published;

  @BeforeEach
  void start() {
    cluster = new EmbeddedCluster(directory);
    cluster.start();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  /** Each leads some partitions, and one of them the group, the transactions and the others. */
  @Test
  void eachBrokerMayGoAwayInTheMiddleOfTheWorkAndNothingIsLostOrDoubled(Lane lane) {
    try (var bench = new SinkBench(lane.on(cluster.bootstrap(), EmbeddedCluster.NODES))) {
      bench.readySink("COPYTASTER_SINK_BATCH", "20");
      for (int node = 0; node < EmbeddedCluster.NODES; node++) {
        publish(bench);
        awaitSome(bench);
        cluster.stop(node);
        publish(bench);
        awaitAll(bench);
        cluster.start(node);
      }
      publish(bench);
      awaitAll(bench);

      assertThat(bench.count("select count(*) from articles")).isEqualTo(published);
      assertThat(bench.count("select count(*) from mentions")).isEqualTo(published);
      assertThat(bench.receipts().stream().map(Receipt::getId).distinct()).hasSize(published);
      assertThat(bench.all(bench.topics().deadLetters())).isEmpty();
    }
  }

  private void publish(SinkBench bench) {
    bench.publishSpread(
        IntStream.range(published, published + AT_A_TIME)
            .mapToObj(i -> usable("urn:x:" + i, 1, "Number " + i))
            .toArray(EnrichedArticle[]::new));
    published += AT_A_TIME;
  }

  private void awaitSome(SinkBench bench) {
    await().atMost(PATIENCE).until(() -> stored(bench) > published - AT_A_TIME);
  }

  private void awaitAll(SinkBench bench) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored(bench)).isEqualTo(published));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.groupLag()).isZero());
  }

  private static long stored(SinkBench bench) {
    return bench.count("select count(*) from article_versions");
  }
}
