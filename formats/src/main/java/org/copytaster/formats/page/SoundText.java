package org.copytaster.formats.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Makes text of what pages hold in its place: characters that escapes in markup and JSON can name
 * and that are none, characters that nobody sees, ligatures, and what was escaped twice.
 */
final class SoundText {

  private static final char REPLACEMENT = '\uFFFD';

  /** Unicode's Latin ligatures, from U+FB00 on. */
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  private static final char FIRST_LIGATURE = '\uFB00';

  /** What a title or a name has in place of a character. */
  private static final Pattern ESCAPE =
      Pattern.compile("&(?:#\\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,30});");

  /** In running text angle brackets are left alone: who writes them twice escaped means them. */
  private static final Map<String, String> MEANT =
      Map.of("&lt;", "&lt;", "&gt;", "&gt;", "&#60;", "&#60;", "&#62;", "&#62;");

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

  /** A title, a name: one line without markup, unescaped once more where it still has escapes. */
  static String line(String text) {
    var line = text;
    if (line.indexOf('&') >= 0) {
      line = ESCAPE.matcher(line).replaceAll(escape -> quoted(unescaped(escape.group())));
    }
    return text(seen(line)).replaceAll("\\s+", " ").strip();
  }

  /**
   * What a page shows of a text node: as it is in code, else unescaped once more, ligatures cut.
   */
  static String shown(TextNode node) {
    var text = node.getWholeText();
    if (text.indexOf('&') >= 0 && !isInCode(node)) {
      text =
          ESCAPE
              .matcher(text)
              .replaceAll(
                  escape -> quoted(MEANT.getOrDefault(escape.group(), unescaped(escape.group()))));
    }
    return parted(text);
  }

  /** Whether the character only says where a word may be broken, or nothing at all. */
  static boolean isUnseen(char character) {
    return character == '\u200B'
        || character == '\u00AD'
        || character == '\uFEFF'
        || character == '\u2060';
  }

  private static String seen(String text) {
    StringBuilder seen = null;
    for (int i = 0; i < text.length(); i++) {
      if (isUnseen(text.charAt(i)) || isLigature(text.charAt(i))) {
        seen = seen == null ? new StringBuilder(text.substring(0, i)) : seen;
        if (isLigature(text.charAt(i))) {
          seen.append(LIGATURES[text.charAt(i) - FIRST_LIGATURE]);
        }
      } else if (seen != null) {
        seen.append(text.charAt(i));
      }
    }
    return seen == null ? text : seen.toString();
  }

  private static String parted(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLigature(text.charAt(i))) {
        return seen(text);
      }
    }
    return text;
  }

  private static boolean isLigature(char character) {
    return character >= FIRST_LIGATURE && character < FIRST_LIGATURE + LIGATURES.length;
  }

  /** The character, or the escape itself if it names none. */
  private static String unescaped(String escape) {
    return Parser.unescapeEntities(escape, true);
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static boolean isInCode(TextNode node) {
    for (var at = node.parent(); at != null; at = at.parent()) {
      var tag = at.normalName();
      if (tag.equals("code") || tag.equals("pre") || tag.equals("kbd") || tag.equals("samp")) {
        return true;
      }
    }
    return false;
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
