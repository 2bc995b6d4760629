package org.copytaster.enrich.timex;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the text has spoken of so far. "The quarter", "a year earlier" and "that year" are meant
 * from there and not from the document creation time.
 *
 * @param quarter the first day of the quarter of a year that was named last, or null
 * @param day the first day of the date that was named last, or null
 * @param grain how fine that date was
 */
record Said(@Nullable LocalDate quarter, @Nullable LocalDate day, String grain) {

  static final Said NOTHING = new Said(null, null, "");
  private static final Set<String> DAYS = Set.of("minute", "hour", "part of day", "day");
  private static final Set<String> COARSE = Set.of("year", "decade", "century");

  /** Whether "that day" or "that month" can be meant from the date that was named. */
  boolean asFineAs(String unit) {
    return switch (unit) {
      case "D" -> DAYS.contains(grain);
      case "W" -> DAYS.contains(grain) || grain.startsWith("week");
      case "M" -> !COARSE.contains(grain);
      default -> true;
    };
  }

  /** What has been said once an expression of this reading was read. */
  Said and(TimexRule.Kind kind, Reading reading) {
    var interval = reading.interval().orElse(null);
    if (interval == null || kind.type() == TimexType.SET) {
      return this;
    }
    var begin = LocalDate.parse(interval.from().substring(0, 10));
    boolean names = kind.resolver().equals("quarter");
    return new Said(names ? begin : quarter, begin, interval.grain());
  }
}
