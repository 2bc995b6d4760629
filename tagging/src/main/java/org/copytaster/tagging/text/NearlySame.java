package org.copytaster.tagging.text;

/** Whether two stretches of a text begin alike, as a caption and its longer form do. */
final class NearlySame {

  private static final int SHORTEST = 30;

  private NearlySame() {}

  /** Whether they share at least four fifths of the shorter one, and some words at least. */
  static boolean are(String characters, Span a, Span b) {
    int shorter = Math.min(ZoneRules.LONGEST_LINE, Math.min(a.length(), b.length()));
    if (shorter < SHORTEST) {
      return false;
    }
    int same = 0;
    while (same < shorter
        && alike(characters.charAt(a.begin() + same), characters.charAt(b.begin() + same))) {
      same++;
    }
    return same >= SHORTEST && 10 * same >= 8 * shorter;
  }

  private static boolean alike(char a, char b) {
    return a == b || (isQuote(a) && isQuote(b));
  }

  private static boolean isQuote(char character) {
    return "'’‘\"“”".indexOf(character) >= 0;
  }
}
