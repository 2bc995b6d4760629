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
 * @param past how many more dates with a year of their own lay far back than were reckoned from the
 *     document creation time
 */
record Said(@Nullable LocalDate quarter, @Nullable LocalDate day, String grain, int past) {

  static final Said NOTHING = new Said(null, null, "", 0);
  private static final int FAR_YEARS = 2;
  private static final int ENOUGH = 2;
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

  /** Whether the text tells history, so that a month without a year is meant from the text. */
  boolean history() {
    return past >= ENOUGH;
  }

  /** What has been said once an expression of this reading was read. */
  Said and(TimexRule.Kind kind, Reading reading, @Nullable DocumentTime creation) {
    var interval = reading.interval().orElse(null);
    if (interval == null || kind.type() == TimexType.SET) {
      return this;
    }
    var begin = LocalDate.parse(interval.from().substring(0, 10));
    boolean names = kind.resolver().equals("quarter");
    return new Said(
        names ? begin : quarter, begin, interval.grain(), weighed(reading, begin, creation));
  }

  private int weighed(Reading reading, LocalDate begin, @Nullable DocumentTime creation) {
    var anchor = reading.anchor();
    if (anchor != null) {
      boolean recent = creation != null && anchor.equals(creation.anchor());
      return recent ? Math.max(-ENOUGH, past - 1) : past;
    }
    boolean far = creation == null || begin.plusYears(FAR_YEARS).isBefore(creation.date());
    return far ? Math.min(2 * ENOUGH, past + 1) : Math.max(-ENOUGH, past - 1);
  }
}
