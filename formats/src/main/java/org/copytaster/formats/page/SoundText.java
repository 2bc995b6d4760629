package org.copytaster.formats.page;

/** Makes text of characters that escapes in markup and JSON can name and that are none. */
final class SoundText {

  private static final char REPLACEMENT = '\uFFFD';

  private SoundText() {}

  /** The text with a replacement character for each U+0000 and each half of a surrogate pair. */
  static String text(String text) {
    StringBuilder sound = null;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0 || isHalf(text, i)) {
        sound = sound == null ? new StringBuilder(text) : sound;
        sound.setCharAt(i, REPLACEMENT);
      }
    }
    return sound == null ? text : sound.toString();
  }

  private static boolean isHalf(String text, int i) {
    char character = text.charAt(i);
    if (Character.isHighSurrogate(character)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(character)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
