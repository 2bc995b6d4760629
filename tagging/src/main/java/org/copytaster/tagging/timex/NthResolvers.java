package org.copytaster.tagging.timex;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reckons what is counted within a month or a year: the last week of October, the first day of the
 * year, the third Thursday of next month. A week belongs to the month that has most of its days.
 */
final class NthResolvers {

  private static final int LAST = -1;
  private static final int MONTHS = 12;

  private NthResolvers() {}

  /** The last week of October, the first month of 2024, the last day of the year. */
  static Normalization nth(Expression expression) {
    boolean year =
        expression.has("period")
            ? expression.word("period").equalsIgnoreCase("year")
            : !expression.hasMonth() && expression.has("year");
    return year ? ofYear(expression) : ofMonth(expression, month -> inMonth(expression, month));
  }

  /** The first Monday in October, the Tuesday after the first Monday of November. */
  static Normalization weekday(Expression expression) {
    return ofMonth(expression, month -> weekdayIn(expression, month).toString());
  }

  /** The one that the words count: from 1, or the last. */
  private static int which(Expression expression) {
    if (expression.has("lastone")) {
      return LAST;
    }
    return Integer.parseInt(expression.meaning("ordinal").orElse("1"));
  }

  private static LocalDate weekdayIn(Expression expression, YearMonth month) {
    var day = nth(which(expression), WeekdayResolvers.weekdayOf(expression), month);
    if (!expression.has("weekday2")) {
      return day;
    }
    var other =
        DayOfWeek.of(Integer.parseInt(expression.meaningOf("weekday2", "weekday").orElse("1")));
    var beside = expression.word("beside").toLowerCase(Locale.ROOT);
    boolean after = beside.equals("after") || beside.equals("following");
    return day.with(after ? TemporalAdjusters.next(other) : TemporalAdjusters.previous(other));
  }

  private static LocalDate nth(int which, DayOfWeek weekday, YearMonth month) {
    var day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    if (!YearMonth.from(day).equals(month)) {
      throw new DateTimeException("that month has not so many of them");
    }
    return day;
  }

  private static String inMonth(Expression expression, YearMonth month) {
    int which = which(expression);
    return switch (expression.unit()) {
      case "W" -> RelativeResolvers.shifted(nth(which, DayOfWeek.THURSDAY, month), "W", 0);
      case "WE" -> RelativeResolvers.shifted(nth(which, DayOfWeek.SATURDAY, month), "WE", 0);
      case "D" -> (which == LAST ? month.atEndOfMonth() : month.atDay(which)).toString();
      default -> throw new DateTimeException("no month has one of them");
    };
  }

  private static String inYear(Expression expression, int year) {
    int which = which(expression);
    var first = YearMonth.of(year, 1);
    var end = YearMonth.of(year, MONTHS);
    return switch (expression.unit()) {
      case "M" -> (which == LAST ? end : YearMonth.of(year, which)).toString();
      case "D" ->
          (which == LAST ? end.atEndOfMonth() : first.atDay(1).withDayOfYear(which)).toString();
      case "W" -> weekOf(which, DayOfWeek.THURSDAY, year, "W");
      default -> weekOf(which, DayOfWeek.SATURDAY, year, "WE");
    };
  }

  private static String weekOf(int which, DayOfWeek weekday, int year, String unit) {
    var day =
        which == LAST
            ? nth(LAST, weekday, YearMonth.of(year, MONTHS))
            : nth(1, weekday, YearMonth.of(year, 1)).plusWeeks(which - 1L);
    return RelativeResolvers.shifted(day, unit, 0);
  }

  private static Normalization ofYear(Expression expression) {
    if (expression.has("year")) {
      return expression.absolute(inYear(expression, expression.year())).because("as it is written");
    }
    var said = expression.discourse().story();
    if (said != null && expression.narrative() && !expression.has("shift")) {
      return expression
          .fromSaid(said, inYear(expression, said.getYear()))
          .because("in the year of the story");
    }
    var creation = expression.creation();
    if (creation == null) {
      return expression.unanchored();
    }
    int year = creation.date().getYear() + expression.shift();
    return expression
        .relative(creation, inYear(expression, year))
        .because("in " + RelativeResolvers.distanceInWords(expression.shift(), "year"));
  }

  /** In the month that is named, in its year or in the one that fits. */
  private static Normalization ofMonth(Expression expression, Function<YearMonth, String> inMonth) {
    if (expression.hasMonth() && expression.has("year")) {
      var month = YearMonth.of(expression.year(), expression.month());
      return expression.absolute(inMonth.apply(month)).because("as it is written");
    }
    var said = expression.discourse().story();
    if (said != null && expression.narrative() && !expression.has("shift")) {
      var month =
          expression.hasMonth()
              ? YearMonth.of(said.getYear(), expression.month())
              : YearMonth.from(said);
      return expression.fromSaid(said, inMonth.apply(month)).because("in that month of the story");
    }
    var creation = expression.creation();
    if (creation == null) {
      return expression.unanchored();
    }
    if (expression.has("shift")) {
      var month = YearMonth.from(creation.date()).plusMonths(expression.shift());
      return expression
          .relative(creation, inMonth.apply(month))
          .because("in " + RelativeResolvers.distanceInWords(expression.shift(), "month"));
    }
    return expression
        .relative(creation, nearest(expression, creation.date(), inMonth))
        .because("the nearest one, looking " + expression.direction().words());
  }

  /** The one of this year or this month, unless it is not where the sentence looks. */
  private static String nearest(
      Expression expression, LocalDate now, Function<YearMonth, String> inMonth) {
    boolean ahead = expression.direction().ahead();
    boolean named = expression.hasMonth();
    var month = named ? YearMonth.of(now.getYear(), expression.month()) : YearMonth.from(now);
    UnaryOperator<YearMonth> further =
        named ? each -> each.plusYears(ahead ? 1 : -1) : each -> each.plusMonths(ahead ? 1 : -1);
    var value = inMonth.apply(month);
    var covers = Interval.of(value);
    if (covers.isEmpty()) {
      return value;
    }
    var today = now.toString();
    boolean over = covers.get().to().compareTo(today) <= 0;
    boolean toCome = covers.get().from().compareTo(today) > 0;
    return (ahead ? over : toCome) ? inMonth.apply(further.apply(month)) : value;
  }
}
