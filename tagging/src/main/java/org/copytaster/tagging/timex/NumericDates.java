package org.copytaster.tagging.timex;

import java.time.LocalDate;
import java.util.List;
import org.copytaster.tagging.timex.rule.ResolverKind;
import org.copytaster.tagging.timex.rule.RuleFinder;

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

  /** The order that dates in figures show where a number is too large for a month. */
  static DateOrder order(List<RuleFinder.RuleMatch> expressions) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (var found : expressions) {
      if (found.rule().kind().resolver() == ResolverKind.NUMERIC_DATE) {
        dayFirst |= Integer.parseInt(found.words().getOrDefault("first", "0")) > MONTHS;
        monthFirst |= Integer.parseInt(found.words().getOrDefault("second", "0")) > MONTHS;
      }
    }
    if (dayFirst == monthFirst) {
      return DateOrder.UNKNOWN;
    }
    return dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** 19/06/2024, 6/19/24; both readings where there are two. */
  static Normalization date(Expression expression) {
    int first = expression.number("first");
    int second = expression.number("second");
    int year = expression.number("year");
    int full = year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;
    var shown = expression.context().style().order();
    boolean byText = shown != DateOrder.UNKNOWN;
    var order = byText ? shown : expression.context().order();
    boolean dayFirst = order == DateOrder.DAY_FIRST;
    if (first > MONTHS || second > MONTHS || first == second) {
      boolean dayLeads = first > MONTHS || (second <= MONTHS && dayFirst);
      return expression
          .absolute(day(full, first, second, dayLeads))
          .because("only one order of day and month fits")
          .sure(ONE_READING);
    }
    boolean known = order != DateOrder.UNKNOWN;
    return expression
        .absolute(day(full, first, second, dayFirst))
        .because(
            (dayFirst ? "the day first" : "the month first")
                + (byText
                    ? ", as another date of the text shows"
                    : known ? ", as its source writes" : ", for nobody says otherwise"))
        .or(day(full, first, second, !dayFirst), known ? KNOWN_ORDER : UNKNOWN_ORDER);
  }

  private static String day(int year, int first, int second, boolean dayFirst) {
    return LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second).toString();
  }
}
