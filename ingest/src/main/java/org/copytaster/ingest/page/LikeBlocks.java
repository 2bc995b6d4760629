package org.copytaster.ingest.page;

import java.util.IdentityHashMap;

/**
 * Lets blocks that stand in a page in the same way agree: in elements of the same names at the same
 * depth. A page writes the items of one list, or the paragraphs of one text, by the same template,
 * so that they are the article's together or not at all, and what is told of one by itself is less
 * sure than what is told of all.
 */
final class LikeBlocks {

  /** How much the others say; in ten folds a plateau from 0.5 to 0.8. */
  private static final double OTHERS = 0.7;

  /** Longer blocks say no more than this many words: else one long block would speak for all. */
  private static final int MOST_WORDS = 30;

  /** No block is surer than this, in log-odds: one in a thousand. */
  private static final double SUREST = Math.log(999);

  private LikeBlocks() {}

  private static final class Sum {
    private double odds;
    private double weight;
  }

  /**
   * How likely each block is the article's, the others like it being heard.
   *
   * @param likely how likely each block is by itself, from 0 to 1
   */
  static double[] agreed(Outline outline, double[] likely) {
    var blocks = outline.blocks();
    var sums = new IdentityHashMap<Outline.Alike, Sum>();
    for (int i = 0; i < likely.length; i++) {
      var sum = sums.computeIfAbsent(outline.alike(blocks.get(i)), alike -> new Sum());
      double weight = 1 + Math.min(MOST_WORDS, blocks.get(i).words());
      sum.odds += weight * odds(likely[i]);
      sum.weight += weight;
    }
    double[] agreed = new double[likely.length];
    for (int i = 0; i < agreed.length; i++) {
      var sum = sums.getOrDefault(outline.alike(blocks.get(i)), new Sum());
      double all = sum.weight == 0 ? 0 : sum.odds / sum.weight;
      agreed[i] = 1 / (1 + Math.exp(-((1 - OTHERS) * odds(likely[i]) + OTHERS * all)));
    }
    return agreed;
  }

  private static double odds(double likely) {
    return Math.max(-SUREST, Math.min(SUREST, Math.log(likely / (1 - likely))));
  }
}
