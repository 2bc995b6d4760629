package org.copytaster.tagging.entity.find;

/** What a word looks like: capitals, small letters, digits and marks. */
final class WordShape {

  private WordShape() {}

  /** A number for the shape: Xxxx-dd and so on. */
  static int of(String word) {
    return shape(word, false);
  }

  /** A number for the shape with repeated signs taken once: Xx-d. */
  static int shortened(String word) {
    return shape(word, true);
  }

  private static int shape(String word, boolean once) {
    int shape = 17;
    char last = 0;
    for (int i = 0; i < word.length(); i++) {
      char sign = sign(word.charAt(i));
      if (!once || sign != last) {
        shape = 31 * shape + sign;
      }
      last = sign;
    }
    return shape;
  }

  private static char sign(char c) {
    if (Character.isUpperCase(c)) {
      return 'X';
    }
    if (Character.isLetter(c)) {
      return 'x';
    }
    return Character.isDigit(c) ? 'd' : c;
  }
}
