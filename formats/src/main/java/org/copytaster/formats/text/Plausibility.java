package org.copytaster.formats.text;

import java.lang.Character.UnicodeScript;

/**
 * How far a reading of bytes looks like somebody's writing. A wrong charset puts signs into the
 * middle of words, capitals behind small letters and the letters of two alphabets into one word; or
 * it makes Latin words of hardly anything but letters with accents.
 */
final class Plausibility {

  /** The letters with marks that languages in Latin letters use most. */
  private static final String FREQUENT = "éèêàâçäöüßåøæáíóúñãõąęłśżčšžěřůőűțșğışþð";

  /** What a letter with a mark counts that is not among them: it decides between equals. */
  private static final double RARE = 0.8;

  /** Signs that never follow a letter at once. */
  private static final String OPENING =
      "\u201A\u201E\u2039\u00A1\u00BF\u00A2\u00A4\u00B1\u2020\u02C6\u00B8";

  private final String text;
  private double good;
  private int judged;
  private int latin;
  private int accented;

  private Plausibility(String text) {
    this.text = text;
  }

  /** From 0 to 1; 1 for a text without a letter beyond ASCII. */
  static double of(String text) {
    var plausibility = new Plausibility(text);
    for (int i = 0; i < text.length(); i++) {
      plausibility.look(i);
    }
    if (plausibility.accented * 2 > plausibility.latin) {
      return 0;
    }
    return plausibility.judged == 0 ? 1 : plausibility.good / plausibility.judged;
  }

  private void look(int i) {
    char c = text.charAt(i);
    boolean letter = Character.isLetter(c);
    if (letter && UnicodeScript.of(c) == UnicodeScript.LATIN) {
      latin++;
      accented += c > 0x7F ? 1 : 0;
    }
    if (c <= 0x7F) {
      return;
    }
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
    if (letter) {
      boolean strange =
          strangeTo(before, c) || strangeTo(after, c) || capitalInside(before, c, after);
      count(!strange, frequent(c) ? 1 : RARE);
    } else if (never(c) || signInPlaceOfLetter(before, c, after)) {
      count(false, 1);
    } else if (Character.isLetter(before) && Character.isLetter(after)) {
      count(joins(c), 1);
    }
  }

  private void count(boolean fits, double weight) {
    good += fits ? weight : 0;
    judged++;
  }

  private static boolean frequent(char c) {
    return UnicodeScript.of(c) != UnicodeScript.LATIN
        || FREQUENT.indexOf(Character.toLowerCase(c)) >= 0;
  }

  private static boolean never(char c) {
    return c == '\uFFFD' || Character.isISOControl(c) || drawing(c);
  }

  private static boolean signInPlaceOfLetter(char before, char c, char after) {
    boolean number = Character.getType(c) == Character.OTHER_NUMBER;
    return (Character.isLetter(before) && (OPENING.indexOf(c) >= 0 || number))
        || (Character.isLetter(after) && number)
        || (Character.isHighSurrogate(c) && before > ' ' && before <= 0x7F);
  }

  private static boolean strangeTo(char neighbour, char letter) {
    return Character.isLetter(neighbour)
        && UnicodeScript.of(neighbour) != UnicodeScript.of(letter)
        && (UnicodeScript.of(neighbour) == UnicodeScript.LATIN
            || UnicodeScript.of(letter) == UnicodeScript.LATIN);
  }

  private static boolean capitalInside(char before, char c, char after) {
    return Character.isUpperCase(c)
        && (Character.isLowerCase(before)
            || (Character.isLetter(before) && Character.isLowerCase(after)));
  }

  /** Signs that stand between letters in good text, and the marks that belong to letters. */
  private static boolean joins(char c) {
    int type = Character.getType(c);
    return "\u2019\u2018\u00B7\u2010\u2011\u2013\u2014\u00A0\u00AD\u200C\u200D\u02BC".indexOf(c)
            >= 0
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean drawing(char c) {
    return c >= '\u2500' && c <= '\u259F';
  }
}
