package org.copytaster.enrich.timex;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of one match and what they are reckoned from.
 *
 * @param kind what the rule says of it
 * @param groups the words by group
 * @param scene what it is reckoned from besides
 */
record Expression(TimexRule.Kind kind, Map<String, String> groups, Words words, Scene scene) {

  private static final String NO_CREATION_TIME = "none: no document creation time";
  private static final String NO_SUCH_DAY = "none: not in the calendar";

  /** The document creation time, or null. */
  @Nullable DocumentTime creation() {
    return scene.creation();
  }

  boolean forward() {
    return scene.forward();
  }

  Said said() {
    return scene.said();
  }

  /** Whether the text tells of years long before it was written. */
  boolean narrative() {
    var creation = scene.creation();
    return creation != null && scene.said().history();
  }

  boolean has(String group) {
    return groups.containsKey(group);
  }

  /** The word that a group matched; the rule must have matched one. */
  String word(String group) {
    var word = groups.get(group);
    if (word == null) {
      throw new IllegalStateException("the rule has no word for " + group);
    }
    return word;
  }

  /** What the word of a group stands for; groups are named after kinds of words. */
  Optional<String> meaning(String kind) {
    return Optional.ofNullable(groups.get(kind)).flatMap(word -> words.meaning(kind, word));
  }

  int number(String group) {
    return Integer.parseInt(word(group).replaceAll("\\D", ""));
  }

  /** The modifier that stands in front, or null. */
  private @Nullable String mod() {
    return meaning("edge")
        .or(() -> meaning("approx"))
        .or(() -> meaning("tail"))
        .filter(mod -> !mod.isEmpty())
        .orElse(null);
  }

  /** A value that stands for itself. */
  Reading absolute(String value) {
    return new Reading(type(value), value, mod(), null, 0.95);
  }

  /** A value that was reckoned from the document creation time. */
  Reading relative(DocumentTime from, String value) {
    return new Reading(type(value), value, mod(), from.anchor(), 0.8);
  }

  /** A value that was reckoned from what the text said before. */
  Reading fromSaid(LocalDate said, String value) {
    return new Reading(type(value), value, mod(), "said " + said, 0.7);
  }

  /** A relative expression with nothing to reckon from. */
  Reading unanchored() {
    return new Reading(kind.type(), null, mod(), NO_CREATION_TIME, 0.5);
  }

  /** A day that no calendar has. */
  Reading impossible() {
    return new Reading(kind.type(), null, mod(), NO_SUCH_DAY, 0.2);
  }

  /** A date with a part of the day or a time in it is a TIME. */
  private TimexType type(String value) {
    boolean withTime = value.indexOf('T') > 1 && Character.isDigit(value.charAt(0));
    return kind.type() == TimexType.DATE && withTime ? TimexType.TIME : kind.type();
  }

  /** The suffix for a part of the day, or nothing. */
  String part() {
    return meaning("part").map(part -> "T" + part).orElse("");
  }
}
