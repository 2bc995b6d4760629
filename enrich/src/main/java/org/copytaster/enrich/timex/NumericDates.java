package org.copytaster.enrich.timex;

import java.time.LocalDate;

/**
 * Reckons dates in figures, whose order depends on where they were written: 10/11/2024 is the tenth
 * of November in London and the eleventh of October in New York.
 */
final class NumericDates {

  private static final double ONE_READING = 0.9;
  private static final double KNOWN_ORDER = 0.75;
  private static final double UNKNOWN_ORDER = 0.5;
  private static final int MONTHS = 12;

  private NumericDates() {}

  /** 19/06/2024, 6/19/24; both readings where there are two. */
  static Reading date(Expression expression) {
    int first = expression.number("first");
    int second = expression.number("second");
    int year = expression.number("year");
    int full = year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;
    boolean dayFirst = expression.scene().order() == DateOrder.DAY_FIRST;
    if (first > MONTHS || second > MONTHS || first == second) {
      boolean dayLeads = first > MONTHS || (second <= MONTHS && dayFirst);
      return expression
          .absolute(day(full, first, second, dayLeads))
          .because("only one order of day and month fits")
          .sure(ONE_READING);
    }
    boolean known = expression.scene().order() != DateOrder.UNKNOWN;
    return expression
        .absolute(day(full, first, second, dayFirst))
        .because(
            (dayFirst ? "the day first" : "the month first")
                + (known ? ", as its source writes" : ", as most of our wire copy has it"))
        .or(day(full, first, second, !dayFirst), known ? KNOWN_ORDER : UNKNOWN_ORDER);
  }

  private static String day(int year, int first, int second, boolean dayFirst) {
    return LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second).toString();
  }
}
