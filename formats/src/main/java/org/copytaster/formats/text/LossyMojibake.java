package org.copytaster.formats.text;

import java.util.regex.Pattern;

/**
 * What is left of a misread text after somebody has tidied it: no-break spaces have become spaces,
 * and what windows-1252 has no character for is gone. Only for texts in which something was misread
 * for certain, since each of these may be good on its own.
 */
final class LossyMojibake {

  /** A with grave, of whose second half a space is left, and perhaps a space of its own. */
  private static final Pattern A_GRAVE = Pattern.compile("(?<!\\p{Lu})\u00C3(?: (?= )|(?=\\s|$))");

  /** A no-break space before which the first half stands. */
  private static final Pattern NO_BREAK = Pattern.compile("(?<!\\p{Lu})\u00C2(?=\\s|$)");

  /** A closing quotation mark, the last third of which has no character. */
  private static final Pattern CLOSING = Pattern.compile("\u00E2\u20AC(?![\u0080-\u00BF])");

  private LossyMojibake() {}

  static String mend(String text) {
    var graves = A_GRAVE.matcher(text).replaceAll("\u00E0");
    var spaces = NO_BREAK.matcher(graves).replaceAll("");
    return CLOSING.matcher(spaces).replaceAll("\u201D");
  }
}
