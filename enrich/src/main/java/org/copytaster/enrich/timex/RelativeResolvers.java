package org.copytaster.enrich.timex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;

/** Reckons what is counted from the document creation time. */
final class RelativeResolvers {

  private RelativeResolvers() {}

  /** Today, yesterday, tomorrow; the argument counts the days. */
  static Reading day(Expression expression, DocumentTime creation) {
    var day = creation.date().plusDays(Integer.parseInt(expression.kind().argument()));
    return expression.relative(creation, day + expression.part());
  }

  /** Last week, this month, next year. */
  static Reading unit(Expression expression, DocumentTime creation) {
    int shift = Integer.parseInt(expression.meaning("shift").orElse(expression.kind().argument()));
    var unit = expression.meaning("unit").orElse("D");
    var said = expression.said().day();
    if (!expression.has("shift") && said != null && expression.narrative()) {
      return expression.fromSaid(said, shifted(said, unit, 0));
    }
    boolean begun = creation.date().getDayOfWeek().getValue() > 5;
    if (unit.equals("WE") && !expression.has("shift") && !expression.forward() && !begun) {
      shift = -1;
    }
    return expression.relative(creation, shifted(creation.date(), unit, shift));
  }

  /** Two years ago, three days from now; the argument is the direction. */
  static Reading distance(Expression expression, DocumentTime creation) {
    int direction = Integer.parseInt(expression.kind().argument());
    var unit = expression.meaning("unit").orElse("D");
    var amount = Amount.of(expression);
    if (amount.vague()) {
      return expression.relative(creation, direction < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    if (unit.startsWith("T")) {
      return expression.relative(creation, creation.date().toString());
    }
    var value = shifted(creation.date(), unit, direction * (int) amount.whole());
    return expression.relative(creation, unit.equals("E") ? value + "X" : value);
  }

  static String shifted(LocalDate from, String unit, int shift) {
    return switch (unit) {
      case "D" -> from.plusDays(shift).toString();
      case "W" -> week(from.plusWeeks(shift));
      case "WE" -> week(from.plusWeeks(shift)) + "-WE";
      case "M" -> YearMonth.from(from).plusMonths(shift).toString();
      case "Q" -> quarter(from.plusMonths(3L * shift));
      case "Y" -> String.format("%04d", from.plusYears(shift).getYear());
      case "E" -> Integer.toString(from.plusYears(10L * shift).getYear() / 10);
      case "C" -> Integer.toString(from.plusYears(100L * shift).getYear() / 100);
      default -> throw new DateTimeException("no calendar counts in " + unit);
    };
  }

  private static String week(LocalDate day) {
    return String.format(
        "%04d-W%02d",
        day.get(WeekFields.ISO.weekBasedYear()), day.get(WeekFields.ISO.weekOfWeekBasedYear()));
  }

  static String quarter(LocalDate day) {
    return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  /** The third quarter, of a year or of the one that is nearest. */
  static Reading quarterOf(Expression expression, DocumentTime creation) {
    int quarter = Integer.parseInt(expression.meaning("ordinal").orElse("1"));
    if (quarter > 4) {
      throw new DateTimeException("no year has so many quarters");
    }
    var begin = LocalDate.of(yearOf(expression, creation), 3 * quarter - 2, 1);
    if (!hasYear(expression)) {
      var reported = creation.date().minusMonths(3);
      begin =
          nearest(begin, expression.forward() ? reported : creation.date(), expression.forward());
    }
    return expression.relative(creation, quarter(begin));
  }

  /** The second half of 2013. */
  static Reading halfOf(Expression expression, DocumentTime creation) {
    var value = yearOf(expression, creation) + "-H" + expression.meaning("ordinal").orElse("1");
    return expression.has("year")
        ? expression.absolute(value)
        : expression.relative(creation, value);
  }

  /** Last summer, the spring of 1998. */
  static Reading season(Expression expression, DocumentTime creation) {
    var season = expression.meaning("season").orElse("SP");
    int month = season.equals("SP") ? 3 : season.equals("SU") ? 6 : season.equals("FA") ? 9 : 12;
    var begin = LocalDate.of(yearOf(expression, creation), month, 1);
    int shift = Integer.parseInt(expression.meaning("shift").orElse("0"));
    if (shift < 0) {
      begin = nearest(begin, creation.date().minusMonths(3), false);
    } else if (shift > 0) {
      begin = nearest(begin, creation.date(), true);
    } else if (!hasYear(expression) && !expression.has("shift")) {
      var said = expression.said().day();
      if (said != null && expression.narrative()) {
        return expression.fromSaid(said, said.getYear() + "-" + season);
      }
      begin = nearest(begin, creation.date(), expression.forward());
    }
    return expression.relative(creation, begin.getYear() + "-" + season);
  }

  private static boolean hasYear(Expression expression) {
    return expression.has("year") || expression.has("yearshift");
  }

  private static int yearOf(Expression expression, DocumentTime creation) {
    if (expression.has("year")) {
      return expression.number("year");
    }
    int shift = Integer.parseInt(expression.meaning("yearshift").orElse("0"));
    return creation.date().getYear() + shift;
  }

  private static LocalDate nearest(LocalDate begin, LocalDate now, boolean forward) {
    if (forward) {
      return begin.plusMonths(3).isBefore(now) ? begin.plusYears(1) : begin;
    }
    return begin.isAfter(now) ? begin.minusYears(1) : begin;
  }
}
