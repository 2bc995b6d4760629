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
  BEFORE_CHRIST,
  CALENDAR,
  CALENDAR_ERA,
  CENTURY,
  CLOCK,
  CURRENT_UNIT,
  DAY(Argument.NUMBER),
  DAY_OF_MONTH,
  DECADE,
  DISTANCE(Argument.NUMBER),
  DISTANCE_SAID(Argument.NUMBER),
  DURATION,
  DURATION_CLOCK,
  DURATION_TWO,
  EVERY_DAY,
  EVERY_HOLIDAY,
  EVERY_MONTH,
  EVERY_NTH,
  EVERY_PART,
  EVERY_SEASON,
  EVERY_WEEKDAY,
  FIXED(Argument.VALUE),
  FRACTION(Argument.SHARE),
  HALF,
  HALF_OF_YEAR,
  HOLIDAY,
  MONTH,
  MONTH_DAY,
  MONTH_OF_YEAR,
  MONTH_SAID,
  NTH_OF,
  NUMERIC_DATE,
  OTHER_CALENDAR,
  QUARTER,
  SAID_DAY,
  SAID_QUARTER(Argument.NUMBER),
  SAID_UNIT(Argument.NUMBER),
  SAME_OF_LAST_YEAR,
  SEASON,
  SEASON_SAID(Argument.NUMBER),
  /** The words look like a time and are none. */
  SKIP,
  TIMESTAMP,
  UNIT(Argument.NUMBER_OR_NONE),
  UNITS_PER,
  WEEK_OF,
  WEEKDAY,
  WEEKDAY_AGO,
  WEEKDAY_LATER,
  WEEKDAY_OF_MONTH,
  WEEKDAY_OF_WEEK,
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
