package org.copytaster.tagging.timex;

import java.time.ZoneOffset;
import java.util.Locale;

/** Reckons times of the day. */
final class ClockResolvers {

  private ClockResolvers() {}

  /** 2:30 p.m., 18:00 UTC, 9 a.m. Tuesday, noon. */
  static Normalization clock(Expression expression, DocumentTime creation) {
    var clock = ClockTime.of(expression);
    return clock.shown(onItsDay(expression, creation, clock));
  }

  /** 2024-06-19T08:00:00Z; the value to the minute, the interval in UTC. */
  static Normalization stamp(Expression expression) {
    var zone = expression.has("zone") ? expression.word("zone").strip() : "";
    boolean utc = zone.equalsIgnoreCase("Z");
    var stamp = expression.word("stamp").toUpperCase(Locale.ROOT).replaceAll("\\s+", "T");
    var reading = expression.absolute(stamp + (utc ? "Z" : ""));
    return zone.isEmpty() || utc ? reading : reading.in(ZoneOffset.of(zone));
  }

  private static Normalization onItsDay(
      Expression expression, DocumentTime creation, ClockTime clock) {
    if (expression.hasMonth()) {
      var day = CalendarResolvers.dayNearest(expression, creation);
      if (expression.hasYear()) {
        return expression.absolute(clock.on(day)).because("as it is written");
      }
      return expression
          .relative(creation, clock.on(day))
          .because("on the day that stands beside it");
    }
    if (expression.has("weekday")) {
      var direction = expression.direction();
      var weekday = WeekdayResolvers.weekdayOf(expression);
      var day = creation.date().with(WeekdayResolvers.nearest(weekday, direction.ahead()));
      return expression
          .relative(creation, clock.on(day))
          .because("on the nearest such day, looking " + direction.words());
    }
    var said = expression.discourse().day();
    if (said != null && isOfSaid(expression)) {
      boolean overnight = expression.has(RangeBegins.OVERNIGHT);
      return expression
          .fromSaid(said, clock.on(overnight ? said.plusDays(1) : said))
          .because(
              overnight
                  ? "on the day behind the one named last"
                  : "on the day that was named last");
    }
    int days = Integer.parseInt(expression.meaning("deictic").orElse("0"));
    return expression
        .relative(creation, clock.on(creation.date().plusDays(days)))
        .because(RelativeResolvers.distanceInWords(days, "day"));
  }

  /** A time is of the day that stands just before it, and in a history of the last one. */
  private static boolean isOfSaid(Expression expression) {
    return !expression.has("deictic")
        && expression.discourse().asFineAs("D")
        && (expression.narrative() || expression.follows());
  }
}
