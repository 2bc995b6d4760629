package org.copytaster.tagging.timex;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Reckons days that have a name. {@code words.tsv} says when they are: {@code 12-25} a day of a
 * month, {@code 11-4-4} the fourth Thursday of November, {@code 5--1-1} the last Monday of May,
 * {@code 11-1-1+1} the day after the first Monday of November, {@code E-2} two days before Easter.
 */
final class HolidayResolvers {

  private HolidayResolvers() {}

  /** Christmas Eve, Thanksgiving, Good Friday 1998. */
  static Normalization holiday(Expression expression, DocumentTime creation) {
    var when = expression.meaning("holiday").orElse("01-01");
    if (expression.has("year")) {
      return expression.absolute(
          beside(expression, day(when, expression.number("year"))).toString());
    }
    var said = expression.discourse().story();
    if (said != null && expression.narrative()) {
      var then = day(when, said.getYear());
      return expression
          .fromSaid(said, beside(expression, then).toString())
          .because("that day in the year of the story");
    }
    var now = creation.date();
    int shift = expression.shift();
    var day = day(when, now.getYear());
    if (shift < 0 || (shift == 0 && !expression.forward())) {
      day = day.isAfter(now.plusDays(shift < 0 ? -1 : 7)) ? day(when, now.getYear() - 1) : day;
    } else {
      day = day.isBefore(now) ? day(when, now.getYear() + 1) : day;
    }
    return expression
        .relative(creation, beside(expression, day).toString())
        .because("that day in the nearest year");
  }

  /** The day after Christmas, the Sunday before Easter. */
  private static LocalDate beside(Expression expression, LocalDate day) {
    if (!expression.has("beside")) {
      return day;
    }
    boolean after = expression.word("beside").equalsIgnoreCase("after");
    if (!expression.has("weekday")) {
      return day.plusDays(after ? 1 : -1);
    }
    var weekday = WeekdayResolvers.weekdayOf(expression);
    return day.with(after ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previous(weekday));
  }

  private static LocalDate day(String when, int year) {
    if (when.startsWith("E")) {
      return easter(year).plusDays(when.length() > 1 ? Integer.parseInt(when.substring(1)) : 0);
    }
    int later = when.indexOf('+');
    var rule = later < 0 ? when : when.substring(0, later);
    var parts = rule.replace("--", "-~").split("-", -1);
    int month = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1].replace('~', '-'));
    if (parts.length == 2) {
      return LocalDate.of(year, month, second);
    }
    var weekday = DayOfWeek.of(Integer.parseInt(parts[2]));
    var day =
        LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(second, weekday));
    return later < 0 ? day : day.plusDays(Integer.parseInt(when.substring(later + 1)));
  }

  /** Easter Sunday of the Gregorian calendar, by the method that Meeus and others print. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int century = year / 100;
    int c = year % 100;
    int h = (19 * a + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (century % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int days = h + l - 7 * m + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
