package org.copytaster.tagging.text;

/**
 * A word, a number or a mark.
 *
 * @param surface its characters as they are {@linkplain Spelling spelt}
 * @param sentenceStart whether a sentence begins with it
 */
public record Token(Span span, String surface, boolean sentenceStart) {

  /** Whether it is made of letters or digits. */
  public boolean word() {
    return Character.isLetterOrDigit(surface.codePointAt(0));
  }

  /** Whether it begins with a capital. */
  public boolean capitalised() {
    int first = surface.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /** Whether it has letters, and all of them are capitals. */
  public boolean allCapitals() {
    return capitalised() && surface.codePoints().noneMatch(Character::isLowerCase);
  }
}
