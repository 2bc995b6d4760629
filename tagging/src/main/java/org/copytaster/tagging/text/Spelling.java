package org.copytaster.tagging.text;

import java.text.Normalizer;

/**
 * Words as they are spelt, without what only concerns how they are set: characters that nobody
 * sees, such as soft hyphens and zero-width spaces, and ligatures.
 */
public final class Spelling {

  private static final char FIRST_LIGATURE = '\ufb00';
  private static final char LAST_LIGATURE = '\ufb06';

  private Spelling() {}

  /** The characters without those, in Unicode's names format characters, and ligatures apart. */
  public static String of(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (set(characters.charAt(i))) {
        return without(characters, i);
      }
    }
    return characters;
  }

  /** Whether a character has no place of its own in print. */
  static boolean invisible(char character) {
    return character >= '\u00ad' && Character.getType(character) == Character.FORMAT;
  }

  private static boolean set(char character) {
    return invisible(character) || (character >= FIRST_LIGATURE && character <= LAST_LIGATURE);
  }

  private static String without(String characters, int first) {
    var spelt = new StringBuilder(characters.substring(0, first));
    for (int i = first; i < characters.length(); i++) {
      char character = characters.charAt(i);
      if (!set(character)) {
        spelt.append(character);
      } else if (!invisible(character)) {
        spelt.append(Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKD));
      }
    }
    return spelt.toString();
  }
}
