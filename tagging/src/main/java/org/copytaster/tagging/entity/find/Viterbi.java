package org.copytaster.tagging.entity.find;

import java.util.Arrays;

/** Finds the best tags of a sentence by dynamic programming over pairs of neighbours. */
final class Viterbi {

  /** The score of a tag that cannot be. */
  static final float NEVER = -1e30f;

  private Viterbi() {}

  /**
   * The best tags.
   *
   * @param scores of each tag for each token
   * @param transitions of each pair of tags: the first times {@link TokenTags#COUNT} plus the
   *     second
   */
  static byte[] tags(float[][] scores, float[] transitions) {
    var from = new byte[scores.length][TokenTags.COUNT];
    var before = new float[TokenTags.COUNT];
    var next = new float[TokenTags.COUNT];
    for (int i = 0; i < scores.length; i++) {
      for (int tag = 0; tag < TokenTags.COUNT; tag++) {
        float step = i == 0 ? first(tag, transitions) : step(tag, before, from[i], transitions);
        next[tag] = step + scores[i][tag];
      }
      var swap = before;
      before = next;
      next = swap;
    }
    return back(before, from);
  }

  /**
   * The score of the best tags of the sentence that have a certain tag at a certain token: forwards
   * as above, and the same backwards.
   */
  static float[][] through(float[][] scores, float[] transitions) {
    var through = new float[scores.length][TokenTags.COUNT];
    for (int i = 0; i < scores.length; i++) {
      for (int tag = 0; tag < TokenTags.COUNT; tag++) {
        float step =
            i == 0
                ? first(tag, transitions)
                : step(tag, through[i - 1], new byte[TokenTags.COUNT], transitions);
        through[i][tag] = Math.max(NEVER, step + scores[i][tag]);
      }
    }
    var behind = new float[TokenTags.COUNT];
    for (int tag = 0; tag < TokenTags.COUNT; tag++) {
      behind[tag] = TokenTags.ends(tag) ? 0 : NEVER;
    }
    for (int i = scores.length - 1; i >= 0; i--) {
      var before = new float[TokenTags.COUNT];
      Arrays.fill(before, NEVER);
      for (int tag = 0; tag < TokenTags.COUNT; tag++) {
        float rest = scores[i][tag] + behind[tag];
        for (int first : TokenTags.before(tag)) {
          float score = rest + transitions[first * TokenTags.COUNT + tag];
          before[first] = Math.max(before[first], score);
        }
        through[i][tag] = Math.max(NEVER, through[i][tag] + behind[tag]);
      }
      behind = before;
    }
    return through;
  }

  private static float first(int tag, float[] transitions) {
    return TokenTags.begins(tag) ? transitions[TokenTags.OUTSIDE * TokenTags.COUNT + tag] : NEVER;
  }

  private static float step(int tag, float[] before, byte[] from, float[] transitions) {
    float best = NEVER;
    for (int first : TokenTags.before(tag)) {
      float score = before[first] + transitions[first * TokenTags.COUNT + tag];
      if (score > best) {
        best = score;
        from[tag] = (byte) first;
      }
    }
    return best;
  }

  private static byte[] back(float[] scores, byte[][] from) {
    int best = 0;
    for (int tag = 0; tag < TokenTags.COUNT; tag++) {
      if (TokenTags.ends(tag) && scores[tag] > scores[best]) {
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
