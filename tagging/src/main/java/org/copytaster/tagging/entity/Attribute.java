package org.copytaster.tagging.entity;

import java.util.Locale;
import org.copytaster.tagging.text.Span;

/**
 * What an article says of an entity in passing.
 *
 * @param value in the words of the copy; where it stands for a place, that place's full name
 * @param where the copy says it, in UTF-16 offsets, half-open
 */
public record Attribute(Kind kind, String value, Span where) {

  /** What is said. The list is closed. */
  public enum Kind {
    /** Before the name, with a capital: President. */
    TITLE,
    /** The word for a people before the name: Russian. */
    NATIONALITY,
    /** What someone does, in small letters: chief executive of Siemens. */
    ROLE,
    /** The organisation behind "of" or "at". */
    AFFILIATION,
    /** In years. */
    AGE,
    /** The state or country that a town lies in. */
    CONTAINER,
    /** The country whose government is meant by its seat. */
    METONYM,
    /** Where one of the reporters was. */
    REPORTED_FROM,
    /** What "respectively" puts beside the name. */
    PAIRED_WITH;

    /** As the contract has it: reportedFrom. */
    public String label() {
      var words = name().toLowerCase(Locale.ROOT).split("_", -1);
      var label = new StringBuilder(words[0]);
      for (int i = 1; i < words.length; i++) {
        label.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
      }
      return label.toString();
    }
  }
}
