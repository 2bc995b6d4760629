package org.copytaster.tagging.entity.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts words into pieces of a vocabulary (WordPiece; Wu and others, Google's Neural Machine
 * Translation System, 2016), without their accents and capitals. {@code pieces.py}, with which the
 * encoder is trained, does the same.
 */
final class WordPieces {

  /** The piece in front of a window. */
  static final int BEGIN = 101;

  /** The piece behind each sentence. */
  static final int BORDER = 102;

  private static final int UNKNOWN = 100;
  private static final int LONGEST_WORD = 100;
  private static final int MOST_OF_WORD = 8;

  /** The most pieces of a token; what is behind them is not read. */
  static final int MOST_OF_TOKEN = 12;

  private final Map<String, Integer> vocabulary = new HashMap<>();

  /** Takes a vocabulary: a piece a line, in the order of their numbers. */
  WordPieces(List<String> vocabulary) {
    for (var piece : vocabulary) {
      this.vocabulary.put(piece, this.vocabulary.size());
    }
  }

  /** A token in pieces, each with a number of {@link PieceShape}. */
  static final class Pieces {
    private final int[] ids;
    private final int[] shapes;

    private Pieces(int[] ids, int[] shapes) {
      this.ids = ids;
      this.shapes = shapes;
    }

    int[] ids() {
      return ids;
    }

    int[] shapes() {
      return shapes;
    }
  }

  /** The pieces of a token; at least one and at most {@value #MOST_OF_TOKEN}. */
  Pieces of(String token) {
    var ids = new int[MOST_OF_TOKEN];
    var shapes = new int[MOST_OF_TOKEN];
    int count = 0;
    for (int begin = 0; begin < token.length() && count < MOST_OF_TOKEN; ) {
      int end = endOfWord(token, begin);
      var word = token.substring(begin, end);
      var some = cut(word);
      int taken = Math.min(some.length, MOST_OF_TOKEN - count);
      System.arraycopy(some, 0, ids, count, taken);
      Arrays.fill(shapes, count, count + taken, PieceShape.of(word));
      count += taken;
      begin = end;
    }
    if (count == 0) {
      return new Pieces(new int[] {UNKNOWN}, new int[] {PieceShape.OTHER});
    }
    return new Pieces(Arrays.copyOf(ids, count), Arrays.copyOf(shapes, count));
  }

  /** The end of the word, or of the mark, that begins at a place. */
  private static int endOfWord(String token, int begin) {
    int end = begin;
    while (end < token.length()) {
      int character = token.codePointAt(end);
      boolean mark = PieceShape.isMark(character);
      if (mark && end > begin) {
        return end;
      }
      end += Character.charCount(character);
      if (mark) {
        return end;
      }
    }
    return end;
  }

  private int[] cut(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return new int[] {UNKNOWN};
    }
    var low = plain(word);
    if (low.isEmpty() || low.codePointCount(0, low.length()) > LONGEST_WORD) {
      return new int[] {UNKNOWN};
    }
    var pieces = new ArrayList<Integer>();
    for (int begin = 0; begin < low.length() && pieces.size() < MOST_OF_WORD; ) {
      int end = low.length();
      var piece = vocabulary.get(key(low, begin, end));
      while (piece == null && --end > begin) {
        piece = vocabulary.get(key(low, begin, end));
      }
      if (piece == null) {
        return new int[] {UNKNOWN};
      }
      pieces.add(piece);
      begin = end;
    }
    return pieces.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String key(String word, int begin, int end) {
    return begin == 0 ? word.substring(0, end) : "##" + word.substring(begin, end);
  }

  private static String plain(String word) {
    var low = word.toLowerCase(Locale.ROOT);
    if (low.chars().allMatch(character -> character < 128)) {
      return low;
    }
    var apart = Normalizer.normalize(low, Normalizer.Form.NFD);
    var plain = new StringBuilder();
    apart
        .codePoints()
        .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
