package org.copytaster.formats.page;

/** Counts words: runs of letters and digits. */
final class WordCounter {

  private WordCounter() {}

  /** How many words begin at {@code from} or later; UTF-16 offset. */
  static int count(CharSequence text, int from) {
    int count = 0;
    boolean inside = from > 0 && Character.isLetterOrDigit(text.charAt(from - 1));
    for (int i = from; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inside) {
        count++;
      }
      inside = letter;
    }
    return count;
  }
}
