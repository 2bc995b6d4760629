package org.copytaster.tagging.timex;

import java.time.LocalDate;
import java.time.YearMonth;
import org.copytaster.tagging.timex.rule.TimexType;

/** Reckons what is meant from what the text said before. */
final class SaidResolvers {

  private static final int SAME_WEEK = 7;

  private SaidResolvers() {}

  /**
   * The quarter, the latest period, a year ago in a report on a quarter; the argument counts the
   * years. Where no quarter was named it is the one before, and a year ago is a year.
   */
  static Normalization quarter(Expression expression, DocumentTime creation) {
    int years = Integer.parseInt(expression.kind().argument());
    var said = expression.discourse().report().quarter();
    if (expression.has("month")) {
      return ended(expression, creation);
    }
    if (expression.has("year")) {
      var year = expression.word("year");
      return expression
          .absolute(
              said == null
                  ? year
                  : RelativeResolvers.quarter(said.withYear(Integer.parseInt(year))))
          .because("the period of that year that the report is about");
    }
    boolean wider = years != 0 && expression.discourse().report().months();
    var day = expression.discourse().day();
    if (years != 0 && day != null && expression.faraway()) {
      return expression
          .fromSaid(day, Integer.toString(day.getYear() + years))
          .because("a year before the one that was named");
    }
    boolean ofMonth = expression.discourse().grain().equals("month") && expression.inSentence();
    if (years != 0 && day != null && ofMonth) {
      return expression
          .fromSaid(day, YearMonth.from(day.plusYears(years)).toString())
          .because("that month a year before");
    }
    if (said == null || said.isAfter(creation.date()) || wider) {
      return before(expression, creation, years);
    }
    boolean over = !said.plusMonths(3).isAfter(creation.date());
    var quarter = over ? said : said.minusMonths(3);
    return expression
        .fromSaid(said, RelativeResolvers.quarter(quarter.plusYears(years)))
        .because(years == 0 ? "the quarter that was named" : "that quarter a year before");
  }

  /** Where no quarter is meant that was named. */
  private static Normalization before(Expression expression, DocumentTime creation, int years) {
    var now = creation.date();
    return expression
        .relative(
            creation,
            years == 0
                ? RelativeResolvers.quarter(now.minusMonths(3))
                : Integer.toString(now.plusYears(years).getYear()))
        .because(years == 0 ? "the quarter that has ended" : "the year before");
  }

  /** The quarter ended Sept. 30. */
  private static Normalization ended(Expression expression, DocumentTime creation) {
    var now = creation.date();
    var end =
        LocalDate.of(now.getYear(), Integer.parseInt(expression.meaning("month").orElse("1")), 1);
    var past = end.isAfter(now) ? end.minusYears(1) : end;
    return expression
        .relative(creation, RelativeResolvers.quarter(past))
        .because("the quarter that has that month in it");
  }

  /** The second day in "April 24 and 25" and in "June 10-18, 1953". */
  static Normalization day(Expression expression) {
    var said = expression.discourse().day();
    if (said == null) {
      return expression.unanchored();
    }
    var of = expression.has("year") ? said.withYear(expression.number("year")) : said;
    return expression
        .fromSaid(said, of.withDayOfMonth(expression.number("day")).toString())
        .because("of the month that was named");
  }

  /** August of that year. */
  static Normalization month(Expression expression) {
    var said = expression.discourse().day();
    if (said == null) {
      return expression.unanchored();
    }
    int month = Integer.parseInt(expression.meaning("month").orElse("1"));
    var first = LocalDate.of(said.getYear(), month, 1);
    return expression
        .fromSaid(
            said,
            expression.has("day")
                ? first.withDayOfMonth(expression.number("day")).toString()
                : YearMonth.from(first).toString())
        .because("in the year that was named");
  }

  /** The second year in "2006-07"; the century is that of the first. */
  static Normalization shortYear(Expression expression) {
    var said = expression.discourse().day();
    if (said == null) {
      return expression.unanchored();
    }
    int year = said.getYear() / 100 * 100 + expression.number("year");
    return expression
        .absolute(Integer.toString(year < said.getYear() ? year + 100 : year))
        .because("in the century of the year before it");
  }

  /** That year, the following month, the next day; the argument counts the units. */
  static Normalization unit(Expression expression) {
    var unit = expression.unit();
    int shift = Integer.parseInt(expression.kind().argument());
    boolean fine = expression.discourse().asFineAs(unit);
    var said =
        fine || !expression.narrative()
            ? expression.discourse().day()
            : expression.discourse().story();
    if (said == null || !(fine || expression.narrative())) {
      var creation = expression.creation();
      return creation == null || shift == 0
          ? expression.unanchored()
          : expression
              .relative(creation, of(creation.date(), unit, shift, expression))
              .because("nothing was named before: " + inWords(shift, expression));
    }
    return expression
        .fromSaid(said, of(said, unit, shift, expression))
        .because(inWords(shift, expression));
  }

  /** Four years earlier, two days later; without a date before it "later" is a duration. */
  static Normalization distance(Expression expression) {
    int direction = Integer.parseInt(expression.kind().argument());
    var unit = expression.unit();
    var amount = Amount.of(expression);
    var said = expression.discourse().day();
    boolean known = said != null && expression.discourse().asFineAs(unit) && !unit.startsWith("T");
    if (said == null
        || !known
        || amount.vague()
        || !(expression.faraway() || expression.narrative())) {
      var creation = expression.creation();
      if (direction > 0) {
        return DurationResolvers.duration(expression).of(TimexType.DURATION);
      }
      return creation == null
          ? expression.unanchored()
          : RelativeResolvers.distance(expression, creation);
    }
    int many = direction * (int) amount.whole();
    return expression
        .fromSaid(said, RelativeResolvers.shifted(said, unit, many))
        .because(RelativeResolvers.distanceInWords(many, expression.word("unit")));
  }

  /** That spring, the next spring; the argument counts the years. */
  static Normalization season(Expression expression) {
    var said = expression.discourse().day();
    if (said == null) {
      return expression.unanchored();
    }
    int shift = Integer.parseInt(expression.kind().argument());
    var season = expression.meaning("season").orElse("SP");
    return expression
        .fromSaid(said, said.getYear() + shift + "-" + season)
        .because(RelativeResolvers.distanceInWords(shift, "year"));
  }

  private static String inWords(int shift, Expression expression) {
    var unit = expression.has("unit") ? expression.word("unit") : "day";
    return RelativeResolvers.distanceInWords(shift, unit);
  }

  private static String of(LocalDate from, String unit, int shift, Expression expression) {
    return RelativeResolvers.shifted(from, unit, shift) + expression.part();
  }

  /**
   * The day, in "ended the day lower": the one that was named if it was of the same week, else the
   * day of the creation time. The week likewise.
   */
  static Normalization current(Expression expression, DocumentTime creation) {
    var unit = expression.unit();
    var said = expression.discourse().day();
    boolean recent =
        said != null
            && expression.discourse().asFineAs("D")
            && DocumentTime.daysBetween(said, creation.date()) < SAME_WEEK;
    if (said != null && recent) {
      return expression
          .fromSaid(said, of(said, unit, 0, expression))
          .because("the " + expression.word("unit") + " that was named last");
    }
    return expression
        .relative(creation, of(creation.date(), unit, 0, expression))
        .because("the " + expression.word("unit") + " it is in");
  }

  /** The same month last year, the same quarter a year ago. */
  static Normalization sameOfLastYear(Expression expression, DocumentTime creation) {
    var said = expression.discourse().day();
    var unit = expression.unit();
    if (said == null || !expression.discourse().asFineAs(unit)) {
      var before = RelativeResolvers.shifted(creation.date().minusYears(1), unit, 0);
      return expression.relative(creation, before).because("a year before it");
    }
    return expression
        .fromSaid(said, RelativeResolvers.shifted(said.minusYears(1), unit, 0))
        .because("a year before what was named");
  }
}
