package org.copytaster.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * Bounds what is said about input. A sentence may name what a stranger has sent, such as a field,
 * so it is made short and plain where it is made, and once more where it is read: what was written
 * before there were bounds is still there.
 */
public final class Wording {

  /** What a name may take of a sentence, in UTF-16 units: more would be a text. */
  public static final int LONGEST_NAME = 40;

  /** A reason, in UTF-16 units. */
  public static final int LONGEST_REASON = 300;

  private static final int BYTES_OF_ONE = 4;

  private Wording() {}

  /**
   * The text in one line of visible characters: others are written as JSON escapes them.
   *
   * @param most UTF-16 units of the outcome; what was left out is an ellipsis at its end
   */
  public static String plain(String text, int most) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      var next = visible(c) ? Character.toString(c) : escaped(c);
      i += Character.charCount(c);
      boolean last = i == text.length();
      if (plain.length() + next.length() > (last ? most : most - 1)) {
        return plain.append('…').toString();
      }
      plain.append(next);
    }
    return plain.toString();
  }

  /** UTF-8 as {@link #plain(String, int)} text; no more bytes are looked at than it takes. */
  static String plain(byte[] bytes, int most) {
    int length = Math.min(bytes.length, (most + 1) * BYTES_OF_ONE);
    return plain(new String(bytes, 0, length, UTF_8), most);
  }

  /** Letters of any script, signs and the blank; nothing that turns, hides or breaks a line. */
  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static String escaped(int c) {
    return Character.isBmpCodePoint(c)
        ? String.format(Locale.ROOT, "\\u%04x", c)
        : String.format(
            Locale.ROOT,
            "\\u%04x\\u%04x",
            (int) Character.highSurrogate(c),
            (int) Character.lowSurrogate(c));
  }
}
