package org.copytaster.tagging.timex;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;

/** Reckons days that are named after their place in the week. */
final class WeekdayResolvers {

  private static final int WEEK = 7;

  private WeekdayResolvers() {}

  /** A weekday, with or without a part of the day. */
  static Normalization weekday(Expression expression, DocumentTime creation) {
    var weekday = weekdayOf(expression);
    if (expression.shift() != 0) {
      return shifted(expression, creation, weekday);
    }
    var said = expression.discourse().day();
    if (said != null && isNear(said, creation.date()) && expression.closesRange()) {
      return expression
          .fromSaid(said, said.with(TemporalAdjusters.next(weekday)) + expression.part())
          .because("the first such day after the one that begins the range");
    }
    if (expression.has("last")) {
      return beginsRange(expression, creation, weekday);
    }
    var direction = expression.direction();
    boolean ahead = direction.ahead() || expression.has("shift");
    var day = creation.date().with(nearest(weekday, ahead));
    var which = ahead ? "the first such day from it on" : "the last such day up to it";
    var why = expression.has("shift") ? "" : ", looking " + direction.words();
    return expression.relative(creation, day + expression.part()).because(which + why);
  }

  /** Last Tuesday, next Friday; the previous Friday is the one before what was said. */
  private static Normalization shifted(
      Expression expression, DocumentTime creation, DayOfWeek weekday) {
    int shift = expression.shift();
    var said = expression.discourse().day();
    boolean textual = expression.ofSaid();
    if (textual && said != null && expression.discourse().asFineAs("D")) {
      var day = said.with(shift < 0 ? TemporalAdjusters.previous(weekday) : next(weekday));
      return expression
          .fromSaid(said, day + expression.part())
          .because("such a day " + (shift < 0 ? "before" : "after") + " the one that was named");
    }
    var day = creation.date().with(shift < 0 ? TemporalAdjusters.previous(weekday) : next(weekday));
    return expression
        .relative(creation, day + expression.part())
        .because(shift < 0 ? "the last such day before it" : "the first such day after it");
  }

  private static TemporalAdjuster next(DayOfWeek weekday) {
    return TemporalAdjusters.next(weekday);
  }

  /** The weekday that an expression names. */
  static DayOfWeek weekdayOf(Expression expression) {
    return DayOfWeek.of(Integer.parseInt(expression.meaning("weekday").orElse("1")));
  }

  /** The nearest day of that name, today included. */
  static TemporalAdjuster nearest(DayOfWeek weekday, boolean ahead) {
    return ahead
        ? TemporalAdjusters.nextOrSame(weekday)
        : TemporalAdjusters.previousOrSame(weekday);
  }

  /** Whether a day and the creation time are not further apart than two weekdays can be. */
  private static boolean isNear(LocalDate said, LocalDate now) {
    return DocumentTime.daysBetween(said, now) <= WEEK;
  }

  /** Monday, in "from Monday to Thursday": the range is over or still to come as a whole. */
  private static Normalization beginsRange(
      Expression expression, DocumentTime creation, DayOfWeek weekday) {
    var last = DayOfWeek.of(Integer.parseInt(expression.meaningOf("last", "weekday").orElse("1")));
    var direction = expression.direction();
    var day =
        direction.ahead()
            ? creation.date().with(TemporalAdjusters.nextOrSame(weekday))
            : creation
                .date()
                .with(TemporalAdjusters.previousOrSame(last))
                .with(TemporalAdjusters.previous(weekday));
    return expression
        .relative(creation, day.toString())
        .because("the range begins then, looking " + direction.words());
  }

  /** Tuesday last week, Friday of next week. */
  static Normalization ofWeek(Expression expression, DocumentTime creation) {
    var week = creation.date().plusWeeks(expression.shift());
    var day = week.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return expression
        .relative(
            creation, day.with(TemporalAdjusters.nextOrSame(weekdayOf(expression))).toString())
        .because(
            "that day of the week "
                + RelativeResolvers.distanceInWords(expression.shift(), "week"));
  }

  /** A week ago Tuesday. */
  static Normalization weekAgo(Expression expression, DocumentTime creation) {
    var day = creation.date().with(TemporalAdjusters.previousOrSame(weekdayOf(expression)));
    return expression
        .relative(creation, day.minusWeeks(1).toString())
        .because("a week before the last such day");
  }

  /** A week from Tuesday; Thursday week: so many weeks after the next such day. */
  static Normalization weeksLater(Expression expression, DocumentTime creation) {
    var amount = Amount.of(expression);
    if (amount.vague()) {
      return expression.relative(creation, "FUTURE_REF").because("nobody says how many");
    }
    long weeks = amount.whole() * (expression.has("fortnight") ? 2 : 1);
    var first =
        expression.has("weekday")
            ? creation.date().with(TemporalAdjusters.next(weekdayOf(expression)))
            : creation.date().plusDays(Integer.parseInt(expression.meaning("deictic").orElse("0")));
    return expression
        .relative(creation, first.plusWeeks(weeks).toString())
        .because(
            RelativeResolvers.distanceInWords((int) weeks, "weeks")
                .replace("it", "the next such day"));
  }
}
