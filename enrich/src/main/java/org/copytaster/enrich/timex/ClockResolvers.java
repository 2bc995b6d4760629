package org.copytaster.enrich.timex;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Reckons times of the day. */
final class ClockResolvers {

  private ClockResolvers() {}

  /** 2:30 p.m., 18:00 UTC, 9 a.m. Tuesday, noon. */
  static Reading clock(Expression expression, DocumentTime creation) {
    var day = day(expression, creation);
    return expression.relative(creation, day + "T" + time(expression) + zone(expression));
  }

  private static LocalDate day(Expression expression, DocumentTime creation) {
    if (expression.has("month")) {
      return CalendarResolvers.dayNearest(expression, creation);
    }
    if (expression.has("weekday")) {
      var weekday = DayOfWeek.of(Integer.parseInt(expression.meaning("weekday").orElse("1")));
      return creation
          .date()
          .with(
              expression.forward()
                  ? TemporalAdjusters.nextOrSame(weekday)
                  : TemporalAdjusters.previousOrSame(weekday));
    }
    var said = expression.said();
    if (said.day() != null
        && said.asFineAs("D")
        && !expression.has("deictic")
        && expression.narrative()) {
      return said.day();
    }
    int shift = Integer.parseInt(expression.meaning("deictic").orElse("0"));
    return creation.date().plusDays(shift);
  }

  private static String time(Expression expression) {
    if (expression.has("moment")) {
      return expression.meaning("moment").orElse("12:00");
    }
    int hour = expression.number("hour");
    if (expression.has("ampm")) {
      boolean afternoon = expression.word("ampm").toLowerCase(Locale.ROOT).startsWith("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = expression.has("minute") ? expression.number("minute") : 0;
    if (hour > 24 || minute > 59) {
      throw new DateTimeException("no clock shows " + hour + ":" + minute);
    }
    return String.format("%02d:%02d", hour, minute);
  }

  private static String zone(Expression expression) {
    boolean utc =
        expression.has("tz")
            && (expression.word("tz").equalsIgnoreCase("UTC")
                || expression.word("tz").equalsIgnoreCase("GMT"));
    return utc ? "Z" : "";
  }
}
