package org.copytaster.tagging.entity.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.copytaster.tagging.entity.find.WordClusters;
import org.junit.jupiter.api.Test;

class ClusteringTest {

  @Test
  void vectorsOfOneDirectionShareACluster() {
    var level = new Clustering(vectors()).levels(List.of(3)).get(0);
    for (int i = 3; i < level.length; i++) {
      assertThat(level[i]).isEqualTo(level[i - 3]);
    }
    assertThat(level[0]).isNotEqualTo(level[1]);
    assertThat(level[1]).isNotEqualTo(level[2]);
    assertThat(level[0]).isNotEqualTo(level[2]);
  }

  @Test
  void clustersOfAFinerLevelLieInsideThoseOfTheCoarser() {
    var levels = new Clustering(vectors()).levels(List.of(3, 2));
    for (int i = 0; i < levels.get(0).length; i++) {
      for (int k = 0; k < i; k++) {
        if (levels.get(1)[i] == levels.get(1)[k]) {
          assertThat(levels.get(0)[i]).isEqualTo(levels.get(0)[k]);
        }
      }
    }
  }

  @Test
  void sameVectorsGiveTheSameClusters() {
    assertThat(new Clustering(vectors()).levels(List.of(3, 2)))
        .usingRecursiveComparison()
        .isEqualTo(new Clustering(vectors()).levels(List.of(3, 2)));
  }

  @Test
  void wordsAreFoundWithTheirClusters() throws IOException {
    var clusters = read("# made by hand\n2\nminister\t1\t2\t3\t4\nus\t5\t6\t7\t8\n");
    assertThat(clusters.of("minister")).containsExactly(1, 2, 3, 4);
    assertThat(clusters.of("ex-minister")).containsExactly(1, 2, 3, 4);
    assertThat(clusters.of("u.s.")).containsExactly(5, 6, 7, 8);
    assertThat(clusters.of("nowhere")).containsOnly(WordClusters.NONE);
  }

  private static WordClusters read(String lines) throws IOException {
    return WordClusters.read(new BufferedReader(new StringReader(lines)));
  }

  /** Three directions, one after the other, each somewhat blurred. */
  private static float[][] vectors() {
    var random = new Random(5);
    var vectors = new float[60][4];
    for (int i = 0; i < vectors.length; i++) {
      for (int k = 0; k < 4; k++) {
        vectors[i][k] = (k == i % 3 ? 1 : 0) + 0.1f * random.nextFloat();
      }
    }
    return vectors;
  }
}
