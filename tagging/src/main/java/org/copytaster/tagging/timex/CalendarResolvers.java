package org.copytaster.tagging.timex;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.stream.Stream;

/** Reckons what is written as in a calendar: years, months, days, weekdays. */
final class CalendarResolvers {

  /** A date without a year that is less than this ahead of the creation time is meant as it is. */
  private static final int NEAR_FUTURE_DAYS = 45;

  private CalendarResolvers() {}

  /** A year, a month of a year or a day of it. */
  static Normalization absolute(Expression expression) {
    int year = year(expression);
    if (!expression.hasMonth()) {
      return expression.absolute(String.format("%04d", year));
    }
    int month = expression.month();
    if (!expression.hasDay()) {
      return expression.absolute(YearMonth.of(year, month).toString());
    }
    return expression.absolute(day(expression, year, month) + expression.part());
  }

  /** The week of May 3, the week of 3 May 2004. */
  static Normalization weekOf(Expression expression, DocumentTime creation) {
    var day = dayNearest(expression, creation);
    var week = RelativeResolvers.shifted(day, "W", 0);
    return expression.relative(creation, week).because("the week that has " + day + " in it");
  }

  private static int year(Expression expression) {
    if (expression.has("spoken")) {
      return Amount.year(expression.word("spoken"), expression.words());
    }
    return expression.year();
  }

  private static LocalDate day(Expression expression, int year, int month) {
    return LocalDate.of(year, month, expression.dayOfMonth());
  }

  /** A month without a year. */
  static Normalization month(Expression expression, DocumentTime creation) {
    if (expression.has("year")) {
      return absolute(expression);
    }
    var said = expression.discourse().story();
    if (said != null && expression.narrative() && !expression.has("shift")) {
      return monthOfStory(expression, said);
    }
    var now = YearMonth.from(creation.date());
    var month = now.withMonth(expression.month());
    int shift = expression.shift();
    if (shift < 0 && !month.isBefore(now)) {
      month = month.minusYears(1);
    } else if (shift > 0 && !month.isAfter(now)) {
      month = month.plusYears(1);
    } else if (!expression.has("shift")) {
      var direction = expression.direction();
      return expression
          .relative(creation, nearest(month, now, direction.ahead()).toString())
          .because("the nearest such month, looking " + direction.words());
    }
    return expression
        .relative(creation, month.toString())
        .because("the nearest such month " + (shift < 0 ? "before" : shift > 0 ? "after" : "now"));
  }

  private static Normalization monthOfStory(Expression expression, LocalDate said) {
    var month = YearMonth.of(said.getYear(), expression.month());
    boolean next = month.plusMonths(6).isBefore(YearMonth.from(said));
    return expression
        .fromSaid(said, (next ? month.plusYears(1) : month).toString())
        .because("such a month nearest to what the story named last");
  }

  private static YearMonth nearest(YearMonth month, YearMonth now, boolean forward) {
    if (forward) {
      return month.isBefore(now) ? month.plusYears(1) : month;
    }
    return month.isAfter(now) ? month.minusYears(1) : month;
  }

  /** A.D. 79, 122 AD. */
  static Normalization ofEra(Expression expression) {
    int year = expression.number(expression.has("era") ? "era" : "era2");
    return expression.absolute(String.format("%04d", year));
  }

  /** 387 BC, April 480 BC. */
  static Normalization beforeChrist(Expression expression) {
    var month = expression.meaning("month").map(number -> "-" + number).orElse("");
    return expression.absolute(String.format("BC%04d", expression.number("n")) + month);
  }

  /** March this year, July 15 of last year. */
  static Normalization monthOfYear(Expression expression, DocumentTime creation) {
    int shift = Integer.parseInt(expression.meaning("yearshift").orElse("0"));
    int year = creation.date().getYear() + shift;
    int month = expression.month();
    return expression
        .relative(
            creation,
            expression.has("day")
                ? day(expression, year, month).toString()
                : YearMonth.of(year, month).toString())
        .because("in the year " + (shift < 0 ? "before" : shift > 0 ? "after" : "of it"));
  }

  /** A day of a month, without a year or with one that a range names behind it. */
  static Normalization monthDay(Expression expression) {
    if (expression.has("year")) {
      return absolute(expression).because("as it is written");
    }
    var creation = expression.creation();
    var said = expression.discourse().story();
    if (said != null && expression.narrative()) {
      var day = day(expression, said.getYear(), expression.month());
      var value = (day.plusMonths(6).isBefore(said) ? day.plusYears(1) : day) + expression.part();
      return expression
          .fromSaid(said, value)
          .because("such a day nearest to what the story named last");
    }
    var begun = expression.discourse().day();
    if (begun != null && expression.closesRange()) {
      var day = day(expression, begun.getYear(), expression.month());
      return expression
          .fromSaid(begun, (day.isBefore(begun) ? day.plusYears(1) : day) + expression.part())
          .because("the first such day after the one that begins the range");
    }
    if (creation == null) {
      return expression.unanchored();
    }
    var direction = expression.direction();
    return expression
        .relative(creation, dayNearest(expression, creation) + expression.part())
        .because("the nearest such day, looking " + direction.words());
  }

  /** The 18th, of the month that fits. */
  static Normalization dayOfMonth(Expression expression, DocumentTime creation) {
    var said = expression.discourse().day();
    int number = expression.number("day");
    if (said != null && expression.discourse().asFineAs("M") && expression.narrative()) {
      return expression
          .fromSaid(said, said.withDayOfMonth(number).toString())
          .because("that day of the month that was named");
    }
    var direction = expression.direction();
    var now = creation.date();
    var month = YearMonth.from(now);
    boolean past = number <= now.getDayOfMonth();
    if (direction.ahead() && number < now.getDayOfMonth()) {
      month = month.plusMonths(1);
    } else if (!direction.ahead() && !past) {
      month = month.minusMonths(1);
    }
    return expression
        .relative(creation, month.atDay(number).toString())
        .because("that day of the nearest month, looking " + direction.words());
  }

  /** The day that a month and a day of it name, in its year or in the year that fits. */
  static LocalDate dayNearest(Expression expression, DocumentTime creation) {
    var now = creation.date();
    int month = expression.month();
    if (expression.has("year")) {
      return day(expression, year(expression), month);
    }
    var year = now.getYear();
    if (month == 2 && expression.dayOfMonth() == 29) {
      while (!Year.isLeap(year)) {
        year--;
      }
    }
    var day = day(expression, year, month);
    int shift = expression.shift();
    if (shift != 0) {
      boolean wrong = shift < 0 ? !day.isBefore(now) : !day.isAfter(now);
      return day.plusYears(wrong ? shift : 0);
    }
    return onItsWeekday(expression, nearest(day, now, expression.direction()));
  }

  /** Of the years beside it that one in which the day is the weekday that stands there, if any. */
  private static LocalDate onItsWeekday(Expression expression, LocalDate day) {
    if (!expression.has("weekday")) {
      return day;
    }
    var weekday = WeekdayResolvers.weekdayOf(expression);
    return Stream.of(day, day.minusYears(1), day.plusYears(1))
        .filter(other -> other.getDayOfWeek() == weekday)
        .filter(other -> other.getDayOfMonth() == day.getDayOfMonth())
        .findFirst()
        .orElse(day);
  }

  private static LocalDate nearest(LocalDate day, LocalDate now, TenseReader.Direction direction) {
    if (direction.ahead()) {
      return day.plusDays(NEAR_FUTURE_DAYS).isBefore(now) ? day.plusYears(1) : day;
    }
    if (day.isAfter(now.plusDays(direction.surelyBack() ? 0 : NEAR_FUTURE_DAYS))) {
      return day.minusYears(1);
    }
    return day.plusYears(1).isBefore(now.plusDays(NEAR_FUTURE_DAYS)) ? day.plusYears(1) : day;
  }
}
