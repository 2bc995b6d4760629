package org.copytaster.tagging.entity.encoder;

/** How a word is written: the vocabulary knows no capitals, so the encoder is told of them. */
final class PieceShape {

  /** Of pieces that are no words. */
  static final int NONE = 0;

  static final int OTHER = 9;

  private static final int SMALL = 1;
  private static final int FIRST_CAPITAL = 2;
  private static final int CAPITALS = 3;
  private static final int ONE_CAPITAL = 4;
  private static final int MIXED = 5;
  private static final int DIGITS = 6;
  private static final int WITH_DIGITS = 7;
  private static final int MARK = 8;
  private static final int SHOUTED = 10;
  private static final int SHOUTED_ONE = 11;

  private PieceShape() {}

  /** The number of a word's shape. */
  static int of(String word) {
    int length = 0;
    int digits = 0;
    int upper = 0;
    int lower = 0;
    for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
      int type = Character.getType(word.codePointAt(at));
      digits += type == Character.DECIMAL_DIGIT_NUMBER ? 1 : 0;
      upper += type == Character.UPPERCASE_LETTER ? 1 : 0;
      lower += type == Character.LOWERCASE_LETTER ? 1 : 0;
      length++;
    }
    if (digits > 0) {
      return digits == length ? DIGITS : WITH_DIGITS;
    }
    if (length == 1) {
      return ofOne(word.codePointAt(0));
    }
    if (upper == 0) {
      return lower > 0 ? SMALL : OTHER;
    }
    if (lower == 0) {
      return CAPITALS;
    }
    return upper == 1 && isUpper(word.codePointAt(0)) ? FIRST_CAPITAL : MIXED;
  }

  private static int ofOne(int character) {
    if (isUpper(character)) {
      return ONE_CAPITAL;
    }
    if (isMark(character)) {
      return MARK;
    }
    return Character.getType(character) == Character.LOWERCASE_LETTER ? SMALL : OTHER;
  }

  private static boolean isUpper(int character) {
    return Character.getType(character) == Character.UPPERCASE_LETTER;
  }

  /** Whether a character is a word of its own. */
  static boolean isMark(int character) {
    if (character < 128) {
      return character > 32 && character < 127 && !Character.isLetterOrDigit(character);
    }
    return switch (Character.getType(character)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Where all letters of a sentence are capitals they say nothing of a word, and are marked so. */
  static void shout(int[][] shapes) {
    int capitals = 0;
    for (var some : shapes) {
      for (int shape : some) {
        if (shape == SMALL || shape == FIRST_CAPITAL || shape == MIXED) {
          return;
        }
        capitals += shape == CAPITALS ? 1 : 0;
      }
    }
    if (capitals < 2) {
      return;
    }
    for (var some : shapes) {
      for (int i = 0; i < some.length; i++) {
        some[i] = shouted(some[i]);
      }
    }
  }

  private static int shouted(int shape) {
    return shape == CAPITALS ? SHOUTED : shape == ONE_CAPITAL ? SHOUTED_ONE : shape;
  }
}
