package org.copytaster.tagging.timex;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copytaster.tagging.timex.rule.Feasts;

/**
 * Reckons days that have a name. {@code words.tsv} says when they are: {@code 12-25} a day of a
 * month, {@code 11-4-4} the fourth Thursday of November, {@code 5--1-1} the last Monday of May,
 * {@code 11-1-1+1} the day after the first Monday of November, {@code E-2} two days before Easter,
 * {@code O-2} two days before that of the Orthodox churches, {@code @purim} what {@code feasts.tsv}
 * says of a feast that follows the moon, {@code ?} that its day is not reckoned here.
 */
final class HolidayResolvers {

  private static final int NEAR = 7;

  private final Feasts feasts;

  HolidayResolvers(Feasts feasts) {
    this.feasts = feasts;
  }

  /** Christmas Eve, Thanksgiving, Good Friday 1998, two days after Eid al-Fitr. */
  Normalization holiday(Expression expression, DocumentTime creation) {
    var when = expression.meaning("holiday").orElse("01-01");
    if (expression.hasYear()) {
      var day = in(when, expression.year()).findFirst();
      return day.isEmpty()
          ? expression.otherCalendar()
          : of(expression, expression.absolute(beside(expression, day.get())), day.get());
    }
    var said = expression.discourse().story();
    if (said != null && expression.narrative()) {
      var then = in(when, said.getYear()).findFirst();
      return then.isEmpty()
          ? expression.otherCalendar()
          : of(expression, expression.fromSaid(said, beside(expression, then.get())), then.get())
              .because("that day in the year of the story");
    }
    var day = nearest(expression, when, creation.date());
    return day.isEmpty()
        ? expression.otherCalendar()
        : of(expression, expression.relative(creation, beside(expression, day.get())), day.get())
            .because("that day in the nearest year");
  }

  /** The last such day, that of this week included, or the next one, as the sentence looks. */
  private Optional<LocalDate> nearest(Expression expression, String when, LocalDate now) {
    int shift = expression.shift();
    var days =
        IntStream.rangeClosed(now.getYear() - 1, now.getYear() + 1)
            .boxed()
            .flatMap(year -> in(when, year));
    if (shift < 0 || (shift == 0 && !expression.forward())) {
      var last = now.plusDays(shift < 0 ? -1 : NEAR);
      return days.filter(day -> !day.isAfter(last)).reduce((before, after) -> after);
    }
    return days.filter(day -> !day.isBefore(now)).findFirst();
  }

  /** A feast of many days has no value in TIMEX3, but an interval. */
  private Normalization of(Expression expression, Normalization reading, LocalDate day) {
    var when = expression.meaning("holiday").orElse("");
    if (!when.startsWith("@") || expression.has("beside")) {
      return reading;
    }
    return feasts.end(when.substring(1), day).map(end -> reading.lasting(day, end)).orElse(reading);
  }

  /** The day after Christmas, the Sunday before Easter, two weeks after Ramadan. */
  private static String beside(Expression expression, LocalDate day) {
    if (!expression.has("beside")) {
      return day.toString();
    }
    boolean after = expression.word("beside").equalsIgnoreCase("after");
    if (expression.has("unit")) {
      return offset(expression, day, after);
    }
    if (!expression.has("weekday")) {
      return day.plusDays(after ? 1 : -1).toString();
    }
    var weekday = WeekdayResolvers.weekdayOf(expression);
    var adjuster = after ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previous(weekday);
    return day.with(adjuster).toString();
  }

  private static String offset(Expression expression, LocalDate day, boolean after) {
    var amount = Amount.of(expression);
    var unit = expression.unit();
    if (amount.vague() || unit.startsWith("T")) {
      return day.plusDays(after ? 1 : -1).toString();
    }
    int many = (int) amount.whole() * (after ? 1 : -1);
    return RelativeResolvers.shifted(day, unit, many);
  }

  /** The days of that name in a year, in order; mostly one. */
  private Stream<LocalDate> in(String when, int year) {
    if (when.startsWith("@")) {
      return feasts.in(when.substring(1), year);
    }
    return when.equals("?") ? Stream.empty() : Stream.of(day(when, year));
  }

  private static LocalDate day(String when, int year) {
    if (when.startsWith("E") || when.startsWith("O")) {
      var easter = when.startsWith("E") ? easter(year) : orthodoxEaster(year);
      return easter.plusDays(Integer.parseInt(when.substring(1)));
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

  /** Easter Sunday by the Julian calendar, which most Orthodox churches keep, as we count days. */
  private static LocalDate orthodoxEaster(int year) {
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int days = d + e + 114;
    int behind = year / 100 - year / 400 - 2;
    return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(behind);
  }
}
