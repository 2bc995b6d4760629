package org.copytaster.tagging;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A grammar of time expressions: weekdays, months, numbers, shifts, units and what joins them. */
final class TimexPhrases {

  private static final List<String> UNITS = List.of("day", "week", "month", "year", "decade");
  private static final List<String> NUMBERS =
      List.of("two", "three", "five", "ten", "12", "20", "twenty-five", "several", "a few");

  private TimexPhrases() {}

  /** Days from 1900 to 2100, for creation times. */
  static Arbitrary<LocalDate> days() {
    return daysUntil(2100);
  }

  /** Days for dates in a text: a number of 2100 and above is not taken for a year. */
  static Arbitrary<LocalDate> daysToWrite() {
    return daysUntil(2099);
  }

  private static Arbitrary<LocalDate> daysUntil(int year) {
    long first = LocalDate.of(1900, 1, 1).toEpochDay();
    long last = LocalDate.of(year, 12, 31).toEpochDay();
    return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
  }

  /** A date that needs no creation time, in one of the ways that news writes it. */
  static List<String> written(LocalDate day) {
    var month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    var weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    int number = day.getDayOfMonth();
    int year = day.getYear();
    return List.of(
        day.toString(),
        month + " " + number + ", " + year,
        number + " " + month + " " + year,
        weekday + ", " + month + " " + number + ", " + year,
        weekday + ", " + number + " " + month + " " + year,
        "the " + number + "th of " + month + ", " + year);
  }

  /** Expressions that mean something only from a creation time on. */
  static Arbitrary<String> relative() {
    return Arbitraries.oneOf(
        Arbitraries.of("today", "yesterday", "tomorrow", "the day before yesterday", "tonight"),
        weekdays(),
        months().map(month -> "in " + month),
        Combinators.combine(weekdays(), partsOfDay()).as((day, part) -> day + " " + part),
        Combinators.combine(months(), Arbitraries.integers().between(1, 31))
            .as((month, day) -> month + " " + day),
        Combinators.combine(Arbitraries.of("last", "this", "next"), unitsOfCalendar())
            .as((shift, unit) -> shift + " " + unit),
        Combinators.combine(edges(), months()).as((edge, month) -> edge + " " + month),
        Combinators.combine(Arbitraries.of(NUMBERS), units())
            .as((number, unit) -> number + " " + unit + "s ago"),
        Combinators.combine(Arbitraries.of(NUMBERS), units())
            .as((number, unit) -> number + " " + unit + "s from now"),
        Arbitraries.of("first", "second", "third", "fourth")
            .map(ordinal -> "the " + ordinal + " quarter"),
        Combinators.combine(Arbitraries.integers().between(1, 12), weekdays())
            .as((hour, day) -> hour + " p.m. on " + day));
  }

  /** Expressions that mean the same whenever they are written. */
  static Arbitrary<String> absolute() {
    return Arbitraries.oneOf(
        daysToWrite().flatMap(day -> Arbitraries.of(written(day))),
        years(),
        Combinators.combine(months(), years()).as((month, year) -> month + " " + year),
        Combinators.combine(edges(), years()).as((edge, year) -> edge + " " + year),
        Arbitraries.integers().between(190, 204).map(decade -> "the " + decade + "0s"),
        Arbitraries.integers().between(4, 20).map(number -> "the " + number + "th century"),
        Arbitraries.integers().between(1, 999).map(number -> number + " BC"));
  }

  /** Whole sentences of one or two expressions. */
  static Arbitrary<String> sentences() {
    var expressions = Arbitraries.oneOf(relative(), absolute(), durations(), sets(), vague());
    return Combinators.combine(verbs(), expressions, joins(), expressions)
        .as((verb, first, join, second) -> verb + " " + first + " " + join + " " + second + ".");
  }

  private static Arbitrary<String> verbs() {
    return Arbitraries.of(
        "The two sides met on",
        "The two sides will meet on",
        "The court has sat since",
        "The work must be done by",
        "The fair was held in",
        "The talks lasted");
  }

  private static Arbitrary<String> joins() {
    return Arbitraries.of("and", "to", "until", "from", "or", "–", "-", ", not", ". The next day");
  }

  private static Arbitrary<String> durations() {
    return Combinators.combine(
            Arbitraries.of("", "about ", "more than ", "at least ", "the past ", "another "),
            Arbitraries.of(NUMBERS),
            units())
        .as((front, number, unit) -> front + number + " " + unit + "s");
  }

  private static Arbitrary<String> sets() {
    return Arbitraries.oneOf(
        Arbitraries.of("daily", "weekly", "twice a month", "three times a year"),
        weekdays().map(day -> "every " + day),
        months().map(month -> "each " + month));
  }

  private static Arbitrary<String> vague() {
    return Arbitraries.of("now", "recently", "soon", "in the past", "the near future", "that day");
  }

  private static Arbitrary<String> weekdays() {
    return Arbitraries.of(DayOfWeek.class)
        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  private static Arbitrary<String> months() {
    return Arbitraries.of(Month.class)
        .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  private static Arbitrary<String> years() {
    return Arbitraries.integers().between(1900, 2040).map(year -> Integer.toString(year));
  }

  private static Arbitrary<String> partsOfDay() {
    return Arbitraries.of("morning", "afternoon", "evening", "night");
  }

  private static Arbitrary<String> edges() {
    return Arbitraries.of("early", "late");
  }

  private static Arbitrary<String> units() {
    return Arbitraries.of(UNITS);
  }

  private static Arbitrary<String> unitsOfCalendar() {
    return Arbitraries.of("week", "weekend", "month", "quarter", "year", "summer", "spring");
  }
}
