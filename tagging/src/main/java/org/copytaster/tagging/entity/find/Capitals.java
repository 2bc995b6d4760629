package org.copytaster.tagging.entity.find;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns words in capitals into words with one. */
public final class Capitals {

  private Capitals() {}

  /** One word: MOSCOW becomes Moscow; the letter after a hyphen or an apostrophe stays. */
  static String lowered(String word) {
    var lowered = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      lowered.append(first ? letter : Character.toLowerCase(letter));
      first = !Character.isLetterOrDigit(letter);
    }
    return lowered.toString();
  }

  /** A name: every word of it, if all its letters are capitals. */
  public static String loweredName(String name) {
    if (name.length() < 4 || !name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    return Stream.of(name.split(" ", -1)).map(Capitals::lowered).collect(Collectors.joining(" "));
  }
}
