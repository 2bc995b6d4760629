package org.copytaster.tagging.timex;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.copytaster.tagging.timex.Normalization.Reason;
import org.copytaster.tagging.timex.rule.RuleFinder;
import org.copytaster.tagging.timex.rule.TimeWords;
import org.copytaster.tagging.timex.rule.TimexRule;
import org.copytaster.tagging.timex.rule.TimexType;
import org.jspecify.annotations.Nullable;

/**
 * The words of one match and what they are reckoned from.
 *
 * @param kind what the rule says of it
 * @param groups the words by group
 * @param context what it is reckoned from besides
 */
record Expression(
    TimexRule.Kind kind, Map<String, String> groups, TimeWords words, ReckoningContext context) {

  private static final String NO_CREATION_TIME = "none: no document creation time";
  private static final String NO_SUCH_DAY = "none: not in the calendar";
  private static final String OTHER_CALENDAR = "none: another calendar";

  /** An expression of which nothing is known but its own words. */
  static Expression alone(RuleFinder.RuleMatch found, TimeWords words, SurroundingWords around) {
    var style = new NarrativeStyle(false, DateOrder.UNKNOWN);
    var context = new ReckoningContext(null, around, Discourse.NOTHING, style, DateOrder.UNKNOWN);
    return new Expression(found.rule().kind(), found.words(), words, context);
  }

  /** The document creation time, or null. */
  @Nullable DocumentTime creation() {
    return context.creation();
  }

  /** Where the sentence looks. */
  TenseReader.Direction direction() {
    return context.around().direction();
  }

  boolean forward() {
    return direction().ahead();
  }

  /** Whether the shift is one that is counted from what was said, far from the creation time. */
  boolean ofSaid() {
    return has("shift")
        && (words.meaning("ofsaid", word("shift")).isPresent() || (has("article") && faraway()));
  }

  /** The unit that is counted, as TIMEX3 abbreviates it; days if none is named. */
  String unit() {
    return meaning("unit").or(() -> meaning("nightunit")).orElse("D");
  }

  /** How far words such as "last" and "next" shift. */
  int shift() {
    return Integer.parseInt(meaning("shift").orElse("0"));
  }

  Discourse discourse() {
    return context.discourse();
  }

  /** Whether the text has last named a day or a year far from its creation time, or has none. */
  boolean faraway() {
    var said = context.discourse().day();
    var creation = context.creation();
    return said != null
        && (creation == null
            || Math.abs(said.getYear() - creation.date().getYear()) > NarrativeStyle.FAR_YEARS - 1);
  }

  /** The words around it. */
  SurroundingWords around() {
    return context.around();
  }

  /** Whether this ends a range that the expression before it begins. */
  boolean closesRange() {
    return context.around().closesRange(context.discourse().end());
  }

  /** Whether the text tells of years long before it was written, and has named one. */
  boolean narrative() {
    return context.style().history() && context.discourse().story() != null;
  }

  /** Whether the expression before this one stands in the same sentence. */
  boolean inSentence() {
    return context.around().inSentence(context.discourse().end());
  }

  /** Whether the expression before this one stands near, in the same sentence. */
  boolean follows() {
    return context.around().follows(context.discourse().end());
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
    return meaningOf(kind, kind);
  }

  /** What the word of a group stands for among words of another kind. */
  Optional<String> meaningOf(String group, String kind) {
    return Optional.ofNullable(groups.get(group)).flatMap(word -> words.meaning(kind, word));
  }

  int number(String group) {
    return Integer.parseInt(word(group).replaceAll("\\D", ""));
  }

  /** Whether it names its year. */
  boolean hasYear() {
    return has("year") || has("shortyear");
  }

  /** The year that it names, in figures; two of them are of 1950 to 2049. */
  int year() {
    int year = number(has("year") ? "year" : "shortyear");
    boolean full = word(has("year") ? "year" : "shortyear").length() > 3;
    return full ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  /** Whether it names a month, in front of its day or behind it. */
  boolean hasMonth() {
    return has("month") || has("month2");
  }

  /** Whether it names a day of the month, in figures or in words. */
  boolean hasDay() {
    return has("day") || has("day2") || has("ordinal");
  }

  /** The month that it names, from 1. */
  int month() {
    var group = has("month") ? "month" : "month2";
    var word = word(group);
    return Integer.parseInt(
        Character.isDigit(word.charAt(0)) ? word : meaningOf(group, "month").orElse("0"));
  }

  /** The day of the month that it names. */
  int dayOfMonth() {
    if (has("day") || has("day2")) {
      return number(has("day") ? "day" : "day2");
    }
    return Integer.parseInt(meaning("ordinal").orElse("0"));
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
  Normalization absolute(String value) {
    return reading(value, Reason.from(null, "as it is written", 0.95));
  }

  /** A value that was reckoned from the document creation time. */
  Normalization relative(DocumentTime from, String value) {
    return reading(value, Reason.from(from.anchor(), "", 0.8));
  }

  /** A value that was reckoned from what the text said before. */
  Normalization fromSaid(LocalDate said, String value) {
    return reading(value, Reason.from("said " + said, "", 0.7));
  }

  /** A day or a year of a calendar that is not reckoned here. */
  Normalization otherCalendar() {
    return reading(null, Reason.from(OTHER_CALENDAR, "not of the Gregorian calendar", 0.5));
  }

  /** A relative expression with nothing to reckon from. */
  Normalization unanchored() {
    return reading(null, Reason.from(NO_CREATION_TIME, "a relative expression", 0.5));
  }

  /** A day that no calendar has. */
  Normalization impossible() {
    return reading(null, Reason.from(NO_SUCH_DAY, "no calendar has it", 0.2));
  }

  private Normalization reading(@Nullable String value, Reason reason) {
    var qualifiers = new Normalization.Qualifiers(mod(), quant(), freq());
    var covers = value == null ? null : Interval.of(value).orElse(null);
    return new Normalization(type(value), value, qualifiers, covers, reason);
  }

  /** The word of quantity of a SET, as TIMEX3 has it, or null. */
  private @Nullable String quant() {
    return meaning("quant").orElse(null);
  }

  /** How often in each period, for instance 2X, or null. */
  private @Nullable String freq() {
    return meaning("times").map(times -> times + "X").orElse(null);
  }

  /** A date with a part of the day or a time in it is a TIME. */
  private TimexType type(@Nullable String value) {
    if (value == null) {
      return kind.type();
    }
    boolean withTime = value.indexOf('T') > 1 && Character.isDigit(value.charAt(0));
    return kind.type() == TimexType.DATE && withTime ? TimexType.TIME : kind.type();
  }

  /** The suffix for a part of the day, or nothing. */
  String part() {
    return meaning("part").map(part -> "T" + part).orElse("");
  }
}
