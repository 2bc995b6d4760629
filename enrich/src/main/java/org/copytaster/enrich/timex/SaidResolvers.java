package org.copytaster.enrich.timex;

import java.time.LocalDate;

/** Reckons what is meant from what the text said before. */
final class SaidResolvers {

  private SaidResolvers() {}

  /**
   * The quarter, the latest period, a year ago in a report on a quarter; the argument counts the
   * years. Where no quarter was named it is the one before, and a year ago is a year.
   */
  static Reading quarter(Expression expression, DocumentTime creation) {
    int years = Integer.parseInt(expression.kind().argument());
    var said = expression.said().quarter();
    if (expression.has("month")) {
      return ended(expression, creation);
    }
    if (expression.has("year")) {
      var year = expression.word("year");
      return expression.absolute(
          said == null ? year : RelativeResolvers.quarter(said.withYear(Integer.parseInt(year))));
    }
    if (said == null || said.isAfter(creation.date())) {
      var now = creation.date();
      return expression.relative(
          creation,
          years == 0
              ? RelativeResolvers.quarter(now.minusMonths(3))
              : Integer.toString(now.plusYears(years).getYear()));
    }
    boolean over = !said.plusMonths(3).isAfter(creation.date());
    var quarter = over ? said : said.minusMonths(3);
    return expression.fromSaid(said, RelativeResolvers.quarter(quarter.plusYears(years)));
  }

  /** The quarter ended Sept. 30. */
  private static Reading ended(Expression expression, DocumentTime creation) {
    var now = creation.date();
    var end =
        LocalDate.of(now.getYear(), Integer.parseInt(expression.meaning("month").orElse("1")), 1);
    var past = end.isAfter(now) ? end.minusYears(1) : end;
    return expression.relative(creation, RelativeResolvers.quarter(past));
  }

  /** The second day in "April 24 and 25". */
  static Reading day(Expression expression) {
    var said = expression.said().day();
    return said == null
        ? expression.unanchored()
        : expression.fromSaid(said, said.withDayOfMonth(expression.number("day")).toString());
  }

  /** August of that year. */
  static Reading month(Expression expression) {
    var said = expression.said().day();
    if (said == null) {
      return expression.unanchored();
    }
    int month = Integer.parseInt(expression.meaning("month").orElse("1"));
    var first = LocalDate.of(said.getYear(), month, 1);
    return expression.fromSaid(
        said,
        expression.has("day")
            ? first.withDayOfMonth(expression.number("day")).toString()
            : first.toString().substring(0, 7));
  }

  /** The second year in "2006-07"; the century is that of the first. */
  static Reading shortYear(Expression expression) {
    var said = expression.said().day();
    if (said == null) {
      return expression.unanchored();
    }
    int year = said.getYear() / 100 * 100 + expression.number("year");
    return expression.absolute(Integer.toString(year < said.getYear() ? year + 100 : year));
  }

  /** That year, the following month, the next day; the argument counts the units. */
  static Reading unit(Expression expression) {
    var said = expression.said().day();
    var unit = expression.meaning("unit").orElse("D");
    int shift = Integer.parseInt(expression.kind().argument());
    if (said == null || !expression.said().asFineAs(unit)) {
      var creation = expression.creation();
      return creation == null || shift == 0
          ? expression.unanchored()
          : expression.relative(creation, RelativeResolvers.shifted(creation.date(), unit, shift));
    }
    return expression.fromSaid(said, RelativeResolvers.shifted(said, unit, shift));
  }
}
