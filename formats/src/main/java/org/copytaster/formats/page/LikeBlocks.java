package org.copytaster.formats.page;

import java.util.IdentityHashMap;

/**
 * Lets blocks that stand in a page in the same way agree: in elements of the same names at the same
 * depth. A page writes the items of one list, or the paragraphs of one text, by the same template,
 * so that they are the article's together or not at all, and what is told of one by itself is less
 * sure than what is told of all.
 *
 * <p>One template that is doubted can be the whole text of a page. So where the others would take
 * away most of what its blocks by themselves are, they are heard only for more, never for less.
 */
final class LikeBlocks {

  /**
   * Log-odds of its own at which a block is heard as much as all like it; with less the others say
   * more. In ten folds a plateau from 4 to 8.
   */
  private static final double EVEN = 4;

  /** Longer blocks say no more than this many words: else one long block would speak for all. */
  private static final int MOST_WORDS = 30;

  /** No block is surer than this, in log-odds: one in a thousand. */
  private static final double SUREST = Math.log(999);

  /** The share of its words that a page must keep if blocks are to be dropped by agreement. */
  private static final double LEAST_KEPT = 0.5;

  private LikeBlocks() {}

  private static final class Sum {
    private double odds;
    private double weight;
  }

  /**
   * How likely each block is the article's, the others like it being heard.
   *
   * @param likely how likely each block is by itself, from 0 to 1
   * @param least above it a block is taken for the article's
   */
  static double[] agreed(Outline outline, double[] likely, double least) {
    double[] agreed = together(outline, likely);
    if (losesMost(outline, likely, agreed, least)) {
      for (int i = 0; i < agreed.length; i++) {
        agreed[i] = Math.max(agreed[i], likely[i]);
      }
    }
    return agreed;
  }

  private static boolean losesMost(
      Outline outline, double[] likely, double[] agreed, double least) {
    double words = 0;
    double kept = 0;
    for (int i = 0; i < likely.length; i++) {
      if (likely[i] > least) {
        int more = outline.blocks().get(i).words();
        words += more;
        kept += agreed[i] > least ? more : 0;
      }
    }
    return kept < LEAST_KEPT * words;
  }

  private static double[] together(Outline outline, double[] likely) {
    var blocks = outline.blocks();
    var sums = new IdentityHashMap<Outline.Alike, Sum>();
    for (int i = 0; i < likely.length; i++) {
      var sum = sums.computeIfAbsent(outline.alike(blocks.get(i)), alike -> new Sum());
      double weight = 1 + Math.min(MOST_WORDS, blocks.get(i).words());
      sum.odds += weight * odds(likely[i]);
      sum.weight += weight;
    }
    double[] together = new double[likely.length];
    for (int i = 0; i < together.length; i++) {
      var sum = sums.getOrDefault(outline.alike(blocks.get(i)), new Sum());
      double own = odds(likely[i]);
      double all = sum.weight == 0 ? own : sum.odds / sum.weight;
      double others = EVEN / (EVEN + Math.abs(own));
      together[i] = 1 / (1 + Math.exp(-((1 - others) * own + others * all)));
    }
    return together;
  }

  private static double odds(double likely) {
    return Math.max(-SUREST, Math.min(SUREST, Math.log(likely / (1 - likely))));
  }
}
