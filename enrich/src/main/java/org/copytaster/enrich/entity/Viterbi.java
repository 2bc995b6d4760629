package org.copytaster.enrich.entity;

import java.util.Arrays;

/** Finds the best tags of a sentence by dynamic programming over pairs of neighbours. */
final class Viterbi {

  private static final float NEVER = -1e30f;

  private Viterbi() {}

  /**
   * The best tags.
   *
   * @param features of each token
   */
  static byte[] tags(int[][] features, Weights weights) {
    int length = features.length;
    var from = new byte[length][Tags.COUNT];
    var scores = new float[Tags.COUNT];
    var own = new float[Tags.COUNT];
    var next = new float[Tags.COUNT];
    for (int i = 0; i < length; i++) {
      Arrays.fill(own, 0);
      for (int feature : features[i]) {
        weights.add(feature, own);
      }
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        next[tag] = i == 0 ? first(tag, weights) : step(tag, scores, from[i], weights);
        next[tag] += own[tag];
      }
      var swap = scores;
      scores = next;
      next = swap;
    }
    return back(scores, from);
  }

  private static float first(int tag, Weights weights) {
    return Tags.begins(tag) ? weights.transition(Tags.OUTSIDE, tag) : NEVER;
  }

  private static float step(int tag, float[] scores, byte[] from, Weights weights) {
    float best = NEVER;
    for (int first : Tags.before(tag)) {
      float score = scores[first] + weights.transition(first, tag);
      if (score > best) {
        best = score;
        from[tag] = (byte) first;
      }
    }
    return best;
  }

  private static byte[] back(float[] scores, byte[][] from) {
    int best = 0;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      if (Tags.ends(tag) && scores[tag] > scores[best]) {
        best = tag;
      }
    }
    var tags = new byte[from.length];
    for (int i = from.length - 1; i >= 0; i--) {
      tags[i] = (byte) best;
      best = from[i][best];
    }
    return tags;
  }
}
