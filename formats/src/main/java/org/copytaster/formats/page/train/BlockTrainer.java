package org.copytaster.formats.page.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.copytaster.formats.page.BlockModel;

/**
 * Learns a {@link BlockModel} from pages whose article is known. Each page weighs the same, and a
 * block in it weighs as much as it has words of the article, as the F1 of a page counts. The same
 * pages in the same order give the same model, byte for byte.
 */
final class BlockTrainer {

  private static final int ROUNDS = 240;
  private static final double RATE = 0.06;

  /** The share of the pages that a tree sees. */
  private static final double PAGES = 0.6;

  private static final long SEED = 5;

  private final List<float[]> rows = new ArrayList<>();
  private final List<Integer> pageOf = new ArrayList<>();
  private final List<Boolean> labels = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private int pages;

  /**
   * Adds a page.
   *
   * @param held whether each of its rows is the article's
   * @param words how many words the block of each row has
   */
  void add(List<float[]> page, boolean[] held, int[] words) {
    double all = 20;
    for (int i = 0; i < held.length; i++) {
      all += held[i] ? words[i] : 0;
    }
    for (int i = 0; i < held.length; i++) {
      rows.add(page.get(i));
      labels.add(held[i]);
      pageOf.add(pages);
      weights.add((words[i] + 2) / all);
    }
    pages++;
  }

  /**
   * The model of all pages that were added.
   *
   * @throws IllegalStateException if there were none
   */
  BlockModel train() {
    if (rows.isEmpty()) {
      throw new IllegalStateException("there is no page to learn from");
    }
    var bins = new Bins(rows);
    double mean = weights.stream().mapToDouble(weight -> weight).average().orElse(1);
    double[] score = new double[rows.size()];
    double[] gradient = new double[rows.size()];
    double[] curvature = new double[rows.size()];
    var random = new Random(SEED);
    var trees = new ArrayList<BlockModel.Tree>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < score.length; i++) {
        double weight = weights.get(i) / mean;
        double p = 1 / (1 + Math.exp(-score[i]));
        gradient[i] = weight * (p - (labels.get(i) ? 1 : 0));
        curvature[i] = weight * p * (1 - p);
      }
      var grower = new TreeGrower(bins, gradient, curvature);
      var tree = grower.grow(sample(random), RATE, random);
      for (int i = 0; i < score.length; i++) {
        score[i] += tree.score(rows.get(i));
      }
      trees.add(tree);
    }
    return new BlockModel(trees, bins.measures());
  }

  private int[] sample(Random random) {
    boolean[] seen = new boolean[pages];
    for (int page = 0; page < pages; page++) {
      seen[page] = random.nextDouble() < PAGES;
    }
    int[] chosen = new int[rows.size()];
    int count = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (seen[pageOf.get(i)]) {
        chosen[count++] = i;
      }
    }
    return Arrays.copyOf(chosen, count);
  }
}
