package org.copytaster.runtime.described;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that somebody wrote, as a sentence may quote it: short, and in one line. */
final class PlainLine {

  /** What breaks a line, turns it, hides in it or is no blank that a reader can tell. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ ]]]");

  private PlainLine() {}

  /**
   * The text, with what is not visible as JSON escapes it.
   *
   * @param most UTF-16 units of the outcome; what was left out is an ellipsis at its end
   */
  static String of(String text, int most) {
    boolean whole = text.length() <= most;
    var looked = whole ? text : text.substring(0, most);
    var plain =
        INVISIBLE.matcher(looked).replaceAll(c -> Matcher.quoteReplacement(escaped(c.group())));
    if (whole && plain.length() <= most) {
      return plain;
    }
    int end = Math.min(most - 1, plain.length());
    return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  private static String escaped(String invisible) {
    var escaped = new StringBuilder();
    invisible.chars().forEach(unit -> escaped.append(String.format(Locale.ROOT, "\\u%04x", unit)));
    return escaped.toString();
  }
}
