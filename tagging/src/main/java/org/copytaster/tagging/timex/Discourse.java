package org.copytaster.tagging.timex;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.timex.rule.ResolverKind;
import org.copytaster.tagging.timex.rule.TimexRule;
import org.copytaster.tagging.timex.rule.TimexType;
import org.jspecify.annotations.Nullable;

/**
 * What the text has spoken of so far. "The quarter", "a year earlier" and "that year" are meant
 * from there and not from the document creation time.
 *
 * @param report the period that is reported on
 * @param day the first day of the date that was named last, or null
 * @param grain how fine that date was
 * @param story how far the story has come: the day or month that was named last, or a later year; a
 *     year behind it is an aside
 * @param end where the expression that was read last ends
 */
record Discourse(
    Report report, @Nullable LocalDate day, String grain, @Nullable LocalDate story, int end) {

  /**
   * The period that a company reports on.
   *
   * @param quarter the first day of the quarter of a year that was named last, or null
   * @param months whether the period that was reported on last was of several quarters
   */
  record Report(@Nullable LocalDate quarter, boolean months) {}

  static final Discourse NOTHING = new Discourse(new Report(null, false), null, "", null, 0);
  private static final int DAY_LENGTH = 10;
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
  Discourse and(TimexRule.Kind kind, Timex timex) {
    int read = timex.place().end();
    var interval = timex.normalization().interval().orElse(null);
    if (interval == null || kind.type() == TimexType.SET) {
      boolean more = report.months() || REPORTED.matcher(timex.surface()).matches();
      return new Discourse(new Report(report.quarter(), more), day, grain, story, read);
    }
    var begin = day(timex, interval);
    boolean reports = interval.grain().equals("quarter");
    var quarter = kind.resolver() == ResolverKind.QUARTER ? begin : report.quarter();
    var now = new Report(quarter, !reports && report.months());
    return new Discourse(now, begin, interval.grain(), story(begin, interval.grain()), read);
  }

  /** The day as the text has it: an interval in UTC can begin on another one. */
  private static LocalDate day(Timex timex, Interval interval) {
    var value = timex.normalization().value();
    if (value != null && value.indexOf('T') == DAY_LENGTH) {
      return LocalDate.parse(value.substring(0, DAY_LENGTH));
    }
    return LocalDate.parse(interval.from().substring(0, DAY_LENGTH));
  }

  private LocalDate story(LocalDate begin, String how) {
    boolean fine = !COARSE.contains(how);
    boolean further = story == null || begin.getYear() > story.getYear();
    return fine || further || story == null ? begin : story;
  }
}
