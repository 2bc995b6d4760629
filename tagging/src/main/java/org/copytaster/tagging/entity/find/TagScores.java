package org.copytaster.tagging.entity.find;

/**
 * How much speaks for each tag of each token of a sentence, and for each pair of neighbours. Scores
 * of the perceptron are in units of its weights as they are shipped, a hundred to one.
 */
public final class TagScores {

  /** A weight of 1, as it is shipped. */
  private static final float UNIT = 100;

  private final float[][] scores;
  private final float[] transitions;

  TagScores(float[][] scores, float[] transitions) {
    this.scores = scores;
    this.transitions = transitions;
  }

  /** The tags that fit together best. */
  public byte[] best() {
    return Viterbi.tags(scores, transitions);
  }

  /**
   * What the best tags of the sentence lose if a token has another tag than its best.
   *
   * @return for each token and tag 0 or less, in units of one weight; a tag that cannot be is far
   *     below all others
   */
  public float[][] losses() {
    var through = Viterbi.through(scores, transitions);
    for (var tags : through) {
      float best = Float.NEGATIVE_INFINITY;
      for (float score : tags) {
        best = Math.max(best, score);
      }
      for (int tag = 0; tag < tags.length; tag++) {
        tags[tag] = (tags[tag] - best) / UNIT;
      }
    }
    return through;
  }

  /** The least that any token's second best tag loses: 0 is a toss-up. */
  public static float margin(float[][] losses) {
    float margin = Float.POSITIVE_INFINITY;
    for (var tags : losses) {
      float second = Float.NEGATIVE_INFINITY;
      boolean best = false;
      for (float loss : tags) {
        if (loss == 0 && !best) {
          best = true;
        } else {
          second = Math.max(second, loss);
        }
      }
      margin = Math.min(margin, -second);
    }
    return margin;
  }

  /**
   * The tags that two readers together find best.
   *
   * @param losses of the perceptron
   * @param logProbabilities of the encoder
   * @param weight of a loss of 1
   * @param most what the perceptron can say against a tag
   */
  public static byte[] best(
      float[][] losses, float[][] logProbabilities, float weight, float most) {
    var sum = new float[losses.length][TokenTags.COUNT];
    for (int i = 0; i < sum.length; i++) {
      for (int tag = 0; tag < TokenTags.COUNT; tag++) {
        sum[i][tag] = logProbabilities[i][tag] + weight * Math.max(-most, losses[i][tag]);
      }
    }
    return Viterbi.tags(sum, new float[TokenTags.COUNT * TokenTags.COUNT]);
  }
}
