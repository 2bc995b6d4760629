package org.copytaster.formats.text;

import java.lang.Character.UnicodeBlock;
import java.util.List;
import org.copytaster.formats.text.Misreading.Sequence;

/**
 * How sure it is that a stretch was read wrongly, and is not what somebody wrote. The manner is
 * that of ftfy (Robyn Speer): what would be strange as it stands and makes sense as UTF-8 was
 * misread.
 */
enum Suspicion {
  /** It may well be what was written. */
  NONE,
  /** It was misread if something else near it was. */
  WEAK,
  /** Nobody writes this. */
  STRONG;

  /** Signs that follow a capital with an accent in good text, at the end of a word or a quote. */
  private static final String ORDINARY =
      "\u00A0\u00AB\u00BB\u00AD\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E\u2026\u2039\u203A\u2122";

  /** Of the one-letter signs of mathematics those that stand behind a root. */
  private static final String UNDER_A_ROOT = "\u03C0\u03A9\u2211\u220F\u222B\u221E";

  /** How many neighbours on each side are looked at. */
  private static final int FAR = 4;

  /** The suspicion against the sequence at {@code index} of those found in {@code text}. */
  static Suspicion of(String text, List<Sequence> found, int index, Misreading misreading) {
    var sequence = found.get(index);
    int c = sequence.codePoint();
    if (raw(text, sequence)) {
      return STRONG;
    }
    if (c < 0xA0 || !Character.isDefined(c) || Character.getType(c) == Character.PRIVATE_USE) {
      return NONE;
    }
    if (c >= 0x10000) {
      return misreading == Misreading.WINDOWS_1252 ? STRONG : WEAK;
    }
    if (sign(c)) {
      return ordinary(text.charAt(sequence.begin() + 1)) || drawing(c) ? WEAK : STRONG;
    }
    if (vietnamese(c)) {
      return ordinary(text.charAt(sequence.end() - 1)) ? WEAK : STRONG;
    }
    if (latin(c)) {
      return ofLatin(text, sequence, misreading);
    }
    return touching(found, index) >= misreading.run() ? STRONG : WEAK;
  }

  /** A letter or a sign of the Latin scripts, which stands in words of ASCII letters. */
  private static Suspicion ofLatin(String text, Sequence sequence, Misreading misreading) {
    char before = sequence.begin() == 0 ? ' ' : text.charAt(sequence.begin() - 1);
    char after = sequence.end() == text.length() ? ' ' : text.charAt(sequence.end());
    char last = text.charAt(sequence.end() - 1);
    boolean quoted = before == '\u00AB' && last == '\u00BB';
    if (quoted || (!ascii(before) && UNDER_A_ROOT.indexOf(last) >= 0)) {
      return NONE;
    }
    boolean inWord = ascii(before) || ascii(after);
    boolean sure =
        switch (misreading) {
          case WINDOWS_1252 -> sureWestern(sequence, before, after, last);
          case WINDOWS_1250 ->
              !ordinary(last) && (Character.isLowerCase(before) || !Character.isLetter(last));
          case WINDOWS_1251 -> inWord;
          case MAC_ROMAN -> inWord && sequence.codePoint() >= 0xC0;
          case IBM_437, IBM_850 -> ascii(before) || !drawing(last);
        };
    return sure ? STRONG : WEAK;
  }

  /** Capitals with accents, where the misread second half may be the end of a quotation. */
  private static boolean sureWestern(Sequence sequence, char before, char after, char last) {
    if (Character.isLowerCase(before) || !ordinary(last)) {
      return true;
    }
    return sequence.codePoint() < 0xC0
        ? !Character.isLetter(before)
        : Character.isLetter(after) && last != '\u00A0';
  }

  /** Controls from the upper half of ISO-8859-1 stand in no text but in misread ones. */
  private static boolean raw(String text, Sequence sequence) {
    for (int i = sequence.begin() + 1; i < sequence.end(); i++) {
      if (text.charAt(i) <= 0x9F) {
        return true;
      }
    }
    return false;
  }

  /** How many sequences touch one another around {@code index}, as far as that matters. */
  private static int touching(List<Sequence> found, int index) {
    int first = index;
    while (first > 0 && index - first < FAR && found.get(first - 1).touches(found.get(first))) {
      first--;
    }
    int last = index;
    while (last + 1 < found.size()
        && last - index < FAR
        && found.get(last).touches(found.get(last + 1))) {
      last++;
    }
    int letters = 0;
    for (var each : found.subList(first, last + 1)) {
      letters += Character.isLetter(each.codePoint()) ? 1 : 0;
    }
    return letters == 0 ? 0 : last - first + 1;
  }

  private static boolean ordinary(char c) {
    return ORDINARY.indexOf(c) >= 0;
  }

  private static boolean ascii(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static boolean sign(int c) {
    return (c >= 0x2000 && c < 0x2C00) || c == 0xFE0F || c == 0xFEFF || c == 0xFFFD;
  }

  private static boolean drawing(int c) {
    return c >= 0x2500 && c <= 0x259F;
  }

  private static boolean vietnamese(int c) {
    return UnicodeBlock.LATIN_EXTENDED_ADDITIONAL.equals(UnicodeBlock.of(c));
  }

  /** Latin-1 and Extended-A, and of Extended-B what Romanian and Vietnamese have. */
  private static boolean latin(int c) {
    return c < 0x180
        || (c >= 0x218 && c <= 0x21B)
        || c == 0x1A0
        || c == 0x1A1
        || c == 0x1AF
        || c == 0x1B0;
  }
}
