package org.copytaster.tagging.life;

import java.util.Set;

/**
 * Which three characters stand in a row anywhere in a stretch. It may think that some do that do
 * not, never the other way round.
 */
final class Trigrams {

  static final int LENGTH = 3;

  /** Two hundred times as many as a sentence has, so that few fall on the same. */
  private static final int BITS = 1 << 15;

  private final long[] seen = new long[BITS / Long.SIZE];

  Trigrams(String characters, int begin, int end) {
    for (int i = begin; i + LENGTH <= end; i++) {
      int bit = bit(characters, i);
      seen[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
    }
  }

  /** Whether one of these words may stand there; no words ask for nothing. */
  boolean mayHave(Set<String> words) {
    for (var word : words) {
      if (mayHave(word)) {
        return true;
      }
    }
    return words.isEmpty();
  }

  private boolean mayHave(String word) {
    for (int i = 0; i + LENGTH <= word.length(); i++) {
      int bit = bit(word, i);
      if ((seen[bit / Long.SIZE] & 1L << (bit % Long.SIZE)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int bit(String characters, int at) {
    int row = (characters.charAt(at) * 961) + (characters.charAt(at + 1) * 31);
    return ((row + characters.charAt(at + 2)) * 0x9E3779B1) >>> (Integer.SIZE - 15);
  }
}
