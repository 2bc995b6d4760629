package org.copytaster.enrich.timex;

/** Reckons how long something lasts and how often it comes. */
final class DurationResolvers {

  private DurationResolvers() {}

  /** Two weeks, 24 years, several hours. */
  static Reading duration(Expression expression) {
    return expression.absolute(
        value(Amount.of(expression), expression.meaning("unit").orElse("D")));
  }

  /** Half an hour, half a year. */
  static Reading half(Expression expression) {
    return expression.absolute(
        switch (expression.meaning("unit").orElse("D")) {
          case "TH" -> "PT30M";
          case "Y" -> "P6M";
          case "D" -> "PT12H";
          case "E" -> "P5Y";
          case "C" -> "P50Y";
          case "TM" -> "PT30S";
          default -> value(new Amount("0.5"), expression.meaning("unit").orElse("D"));
        });
  }

  private static String value(Amount amount, String unit) {
    return switch (unit) {
      case "E" -> "P" + amount.times(10).number() + (amount.vague() ? "E" : "Y");
      case "C" -> "P" + amount.times(100).number() + (amount.vague() ? "C" : "Y");
      case "WE" -> "P" + amount.number() + "WE";
      case "Q" -> "P" + amount.times(3).number() + (amount.vague() ? "Q" : "M");
      default ->
          unit.startsWith("T")
              ? "PT" + amount.number() + unit.substring(1)
              : "P" + amount.number() + unit;
    };
  }
}
