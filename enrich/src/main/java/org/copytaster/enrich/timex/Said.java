package org.copytaster.enrich.timex;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text has spoken of so far. "The quarter", "a year earlier" and "that year" are meant
 * from there and not from the document creation time.
 *
 * @param quarter the first day of the quarter of a year that was named last, or null
 * @param day the first day of the date that was named last, or null
 * @param grain how fine that date was
 * @param months whether the period that was reported on last was of several quarters
 * @param end where the expression that was read last ends
 */
record Said(
    @Nullable LocalDate quarter, @Nullable LocalDate day, String grain, boolean months, int end) {

  static final Said NOTHING = new Said(null, null, "", false, 0);
  private static final Set<String> DAYS = Set.of("minute", "hour", "part of day", "day");
  private static final Set<String> COARSE = Set.of("year", "decade", "century");

  /** "The nine months", "the first six months": what a company reports on beside the quarter. */
  private static final Pattern REPORTED =
      Pattern.compile("(?i)the (?:first |latest |past |last )?(?:six|nine)[- ]months?");

  /** Whether "that day" or "that month" can be meant from the date that was named. */
  boolean asFineAs(String unit) {
    return switch (unit) {
      case "D" -> DAYS.contains(grain);
      case "W" -> DAYS.contains(grain) || grain.startsWith("week");
      case "M" -> !COARSE.contains(grain);
      case "Y" -> grain.equals("year") || !COARSE.contains(grain);
      default -> true;
    };
  }

  /** What has been said once an expression was read. */
  Said and(TimexRule.Kind kind, Timex timex) {
    int read = timex.place().end();
    var interval = timex.reading().interval().orElse(null);
    if (interval == null || kind.type() == TimexType.SET) {
      boolean more = months || REPORTED.matcher(timex.surface()).matches();
      return new Said(quarter, day, grain, more, read);
    }
    var begin = LocalDate.parse(interval.from().substring(0, 10));
    boolean names = kind.resolver().equals("quarter");
    boolean report = interval.grain().equals("quarter");
    return new Said(names ? begin : quarter, begin, interval.grain(), !report && months, read);
  }
}
