package org.copytaster.tagging.entity.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Groups vectors by their direction: spherical k-means (Dhillon and Modha, Concept Decompositions
 * for Large Sparse Text Data Using Clustering, Machine Learning 42, 2001), level by level, each
 * cluster in itself, since one level of thousands of clusters takes a hundred times as long. That
 * clusters of word vectors help a linear tagger more than the vectors themselves was found by Guo
 * and others (Revisiting Embedding Features for Simple Semi-supervised Learning, EMNLP 2014).
 */
public final class Clustering {

  private static final long SEED = 1;
  private static final int ROUNDS = 12;

  /** Centres are looked for among the most frequent words; the others only follow. */
  private static final int LEADING = 120_000;

  private final float[][] vectors;

  /**
   * Takes vectors of the same length, the most frequent words first, and brings them to length one.
   */
  public Clustering(float[][] vectors) {
    this.vectors = Arrays.stream(vectors).map(Clustering::normal).toArray(float[][]::new);
  }

  /**
   * The cluster of each vector on each level, counted from 0. The same vectors give the same
   * clusters.
   *
   * @param parts into how many parts each cluster of the level before is cut; the first says it of
   *     all vectors together
   */
  public List<int[]> levels(List<Integer> parts) {
    var levels = new ArrayList<int[]>();
    var clusters = List.of(IntStream.range(0, vectors.length).toArray());
    for (int count : parts) {
      clusters =
          clusters.parallelStream().flatMap(members -> split(members, count).stream()).toList();
      var level = new int[vectors.length];
      for (int cluster = 0; cluster < clusters.size(); cluster++) {
        for (int member : clusters.get(cluster)) {
          level[member] = cluster;
        }
      }
      levels.add(level);
    }
    return levels;
  }

  /** Cuts a cluster, its members the most frequent first; an empty part is left away. */
  private List<int[]> split(int[] members, int count) {
    int leading = (int) Arrays.stream(members).filter(member -> member < LEADING).count();
    if (leading < 2 * count) {
      return List.of(members);
    }
    var centres =
        new Random(SEED)
            .ints(0, leading)
            .distinct()
            .limit(count)
            .mapToObj(i -> vectors[members[i]].clone())
            .toArray(float[][]::new);
    for (int round = 0; round < ROUNDS; round++) {
      move(centres, members, nearest(centres, members, leading));
    }
    var nearest = nearest(centres, members, members.length);
    return IntStream.range(0, count)
        .mapToObj(
            centre ->
                IntStream.range(0, members.length)
                    .filter(i -> nearest[i] == centre)
                    .map(i -> members[i])
                    .toArray())
        .filter(part -> part.length > 0)
        .toList();
  }

  private int[] nearest(float[][] centres, int[] members, int count) {
    return IntStream.range(0, count)
        .parallel()
        .map(i -> nearest(centres, vectors[members[i]]))
        .toArray();
  }

  private static int nearest(float[][] centres, float[] vector) {
    int nearest = 0;
    float best = Float.NEGATIVE_INFINITY;
    for (int centre = 0; centre < centres.length; centre++) {
      float likeness = product(centres[centre], vector);
      if (likeness > best) {
        best = likeness;
        nearest = centre;
      }
    }
    return nearest;
  }

  private static float product(float[] a, float[] b) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return first + second + third + fourth;
  }

  /** Each centre goes to the middle of its vectors; one without any stays. */
  private void move(float[][] centres, int[] members, int[] nearest) {
    var sums = new float[centres.length][vectors[0].length];
    var some = new boolean[centres.length];
    for (int i = 0; i < nearest.length; i++) {
      var sum = sums[nearest[i]];
      some[nearest[i]] = true;
      for (int k = 0; k < sum.length; k++) {
        sum[k] += vectors[members[i]][k];
      }
    }
    for (int centre = 0; centre < centres.length; centre++) {
      centres[centre] = some[centre] ? normal(sums[centre]) : centres[centre];
    }
  }

  private static float[] normal(float[] vector) {
    float length = (float) Math.sqrt(product(vector, vector));
    var normal = new float[vector.length];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = length == 0 ? 0 : vector[i] / length;
    }
    return normal;
  }
}
