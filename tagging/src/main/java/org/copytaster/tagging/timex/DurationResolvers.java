package org.copytaster.tagging.timex;

import java.math.BigDecimal;

/** Reckons how long something lasts and how often it comes. */
final class DurationResolvers {

  private DurationResolvers() {}

  /** Two weeks, 24 years, several hours. */
  static Normalization duration(Expression expression) {
    return expression
        .absolute(value(Amount.of(expression), expression.unit()))
        .because("so many of the unit");
  }

  /** Half an hour, half a year. */
  static Normalization half(Expression expression) {
    return expression
        .absolute(
            switch (expression.unit()) {
              case "TH" -> "PT30M";
              case "Y" -> "P6M";
              case "D" -> "PT12H";
              case "E" -> "P5Y";
              case "C" -> "P50Y";
              case "TM" -> "PT30S";
              default -> value(new Amount("0.5"), expression.unit());
            })
        .because("half of the unit");
  }

  /** Two hours and five minutes; two periods of one kind are added up as they stand. */
  static Normalization two(Expression expression) {
    var first = value(Amount.of(expression), expression.unit());
    var second =
        value(Amount.of(expression, "n2"), expression.meaningOf("unit2", "unit").orElse("D"));
    boolean sameKind = first.startsWith("PT") == second.startsWith("PT");
    var tail = second.substring(sameKind && second.startsWith("PT") ? 2 : 1);
    return expression.absolute(first + tail).because("so many of each unit");
  }

  /** A quarter of an hour, three quarters of a century. */
  static Normalization fraction(Expression expression) {
    boolean three = expression.kind().argument().equals("0.75");
    return expression
        .absolute(
            switch (expression.meaning("unit").orElse("TH")) {
              case "C" -> three ? "P75Y" : "P25Y";
              case "Y" -> three ? "P9M" : "P3M";
              case "E" -> three ? "P7Y6M" : "P2Y6M";
              default -> three ? "PT45M" : "PT15M";
            })
        .because("that part of the unit");
  }

  /** 3:07:35, as a clock that was started with the race shows it. */
  static Normalization clock(Expression expression) {
    var hours = expression.has("runhours") ? expression.number("runhours") + "H" : "";
    var seconds = new BigDecimal(expression.word("runseconds")).toPlainString();
    return expression
        .absolute("PT" + hours + expression.number("runminutes") + "M" + seconds + "S")
        .because("hours, minutes and seconds from the start");
  }

  private static String value(Amount amount, String unit) {
    return switch (unit) {
      case "E" -> "P" + amount.times(10).number() + (amount.vague() ? "E" : "Y");
      case "C" -> "P" + amount.times(100).number() + (amount.vague() ? "C" : "Y");
      case "WE" -> "P" + amount.number() + "WE";
      case "Q" -> "P" + amount.times(3).number() + (amount.vague() ? "Q" : "M");
      default -> amount.andHalf() ? withHalf(amount.whole(), unit) : plain(amount, unit);
    };
  }

  private static String plain(Amount amount, String unit) {
    return unit.startsWith("T")
        ? "PT" + amount.number() + unit.substring(1)
        : "P" + amount.number() + unit;
  }

  /** Half a unit in the next smaller one, as ISO 8601 writes it: P2Y6M, PT1M30S. */
  private static String withHalf(long whole, String unit) {
    return switch (unit) {
      case "Y" -> "P" + whole + "Y6M";
      case "D" -> "P" + whole + "DT12H";
      case "TH" -> "PT" + whole + "H30M";
      case "TM" -> "PT" + whole + "M30S";
      default -> plain(new Amount(whole + ".5"), unit);
    };
  }
}
