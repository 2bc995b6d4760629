package org.copytaster.tagging.timex.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What reckons the value of an expression. A rule names one in lower case with hyphens; {@link
 * Resolvers} has what each does.
 */
public enum ResolverKind {
  /** A year or century before our era: 44 BC. */
  BEFORE_CHRIST,
  /** What names month or year itself: June 2024, 4 June 2024. */
  CALENDAR,
  /** A year with its era: AD 79. */
  CALENDAR_ERA,
  /** The 19th century, the early 20th century. */
  CENTURY,
  /** An hour with or without its day: 6 p.m. ET Sunday, at 1930. */
  CLOCK,
  /** The unit that ends now: higher on the day. */
  CURRENT_UNIT,
  /** A day so many days from the creation day; the number is told: yesterday is -1. */
  DAY(Argument.NUMBER),
  /** A day without its month: on the 15th. */
  DAY_OF_MONTH,
  /** The 1990s, the late '80s. */
  DECADE,
  /** Ago or from now, reckoned from the creation time; -1 or 1 tells the direction. */
  DISTANCE(Argument.NUMBER),
  /** Earlier or later, reckoned from the time spoken of; -1 or 1 tells the direction. */
  DISTANCE_SAID(Argument.NUMBER),
  /** A length of time: three weeks. */
  DURATION,
  /** A length written as a clock has it: 3:07:35. */
  DURATION_CLOCK,
  /** A length in two units: two years and three months. */
  DURATION_TWO,
  /** A day of the year, each year: every July 4. */
  EVERY_DAY,
  /** Every Christmas. */
  EVERY_HOLIDAY,
  /** Every March. */
  EVERY_MONTH,
  /** Every second week. */
  EVERY_NTH,
  /** Every morning. */
  EVERY_PART,
  /** Each summer. */
  EVERY_SEASON,
  /** Mondays, every Monday night. */
  EVERY_WEEKDAY,
  /** A value that the rule tells: P3M, FUTURE_REF. */
  FIXED(Argument.VALUE),
  /** The share of a unit that the rule tells: three quarters of an hour. */
  FRACTION(Argument.SHARE),
  /** Half an hour, half a year. */
  HALF,
  /** The first half of 2024, H1. */
  HALF_OF_YEAR,
  /** A holiday, or a day counted from one: the day after Christmas. */
  HOLIDAY,
  /** A month whose year the context gives: in June, last June. */
  MONTH,
  /** A day of a month whose year the context gives: June 4. */
  MONTH_DAY,
  /** A month of a year counted from now: June of last year. */
  MONTH_OF_YEAR,
  /** A month of the year spoken of: June of that year. */
  MONTH_SAID,
  /** A numbered unit within a longer one: the last week of October. */
  NTH_OF,
  /** A date in figures, in the order of the text's region: 06/07/2024. */
  NUMERIC_DATE,
  /** A year of a calendar that is not reckoned: the lunar year 1445. */
  OTHER_CALENDAR,
  /** A quarter of a year, also a fiscal one: the third quarter, 3Q25. */
  QUARTER,
  /** A day of the month spoken of: the rest of June 4 to 6. */
  SAID_DAY,
  /** The quarter spoken of, or so many before it; the number is told. */
  SAID_QUARTER(Argument.NUMBER),
  /** The unit spoken of, or so many from it; the number is told: the next day is 1. */
  SAID_UNIT(Argument.NUMBER),
  /** The same unit a year before: the same quarter last year. */
  SAME_OF_LAST_YEAR,
  /** A season whose year the context gives: last summer, spring 2024. */
  SEASON,
  /** The season spoken of, or so many from it; the number is told. */
  SEASON_SAID(Argument.NUMBER),
  /** The words look like a time and are none. */
  SKIP,
  /** A time of ISO 8601 or of a log. */
  TIMESTAMP,
  /** A unit counted from the one of the creation time: next week; a number, if told, shifts it. */
  UNIT(Argument.NUMBER_OR_NONE),
  /** So many units in each longer one: three days a week. */
  UNITS_PER,
  /** The week that has a day: the week of June 3. */
  WEEK_OF,
  /** A weekday whose week the context gives: on Tuesday. */
  WEEKDAY,
  /** A week ago Monday. */
  WEEKDAY_AGO,
  /** Tuesday week, a week from Tuesday. */
  WEEKDAY_LATER,
  /** A numbered weekday of a month: the last Friday of May. */
  WEEKDAY_OF_MONTH,
  /** A weekday of a week counted from now: Monday of next week. */
  WEEKDAY_OF_WEEK,
  /** The second year of a range, in two digits: 2023-24. */
  YEAR_SHORT_END;

  /** What a rule may tell its resolver besides the words that matched. */
  private enum Argument {
    NONE(""),
    NUMBER("-?\\d{1,2}"),
    NUMBER_OR_NONE("|-?\\d{1,2}"),
    SHARE("0\\.25|0\\.75"),
    VALUE("[A-Z0-9_-]{1,20}");

    private final Pattern pattern;

    Argument(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  private final Argument argument;

  ResolverKind() {
    this(Argument.NONE);
  }

  ResolverKind(Argument argument) {
    this.argument = argument;
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException if there is none; names those that there are
   */
  static ResolverKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.named().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no resolver is called \"" + name + "\"; there are " + names()));
  }

  /** As {@code rules.tsv} calls it. */
  public String named() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it can do with what a rule tells it. */
  boolean takes(String told) {
    return argument.pattern.matcher(told).matches();
  }

  private static String names() {
    return String.join(", ", List.of(values()).stream().map(ResolverKind::named).toList());
  }
}
