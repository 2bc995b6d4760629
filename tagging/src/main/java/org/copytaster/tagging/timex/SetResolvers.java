package org.copytaster.tagging.timex;

import java.util.Locale;
import java.util.Map;

/** Reckons what comes again and again. */
final class SetResolvers {

  private static final String EACH_DAY = "XXXX-XX-XX";

  /** The letter of ISO 8601 for what is counted in a period: three days a week is 3D. */
  private static final Map<String, String> LETTERS =
      Map.of("days", "D", "nights", "D", "weeks", "W", "months", "M");

  private SetResolvers() {}

  /** Every Monday, Mondays, Friday nights, each Sunday morning. */
  static Normalization weekday(Expression expression) {
    var weekday =
        expression.meaning("weekday").or(() -> expression.meaning("weekdays")).orElse("X");
    var part = expression.meaning("plural").orElse(expression.part());
    return set(expression, "XXXX-WXX-" + weekday + part);
  }

  /** Every August. */
  static Normalization month(Expression expression) {
    return set(expression, "XXXX-" + expression.meaning("month").orElse("XX"));
  }

  /** Every spring. */
  static Normalization season(Expression expression) {
    return set(expression, "XXXX-" + expression.meaning("season").orElse("SP"));
  }

  /** Every morning. */
  static Normalization part(Expression expression) {
    return set(expression, EACH_DAY + expression.part());
  }

  /** Every 4 June, June 4 every year. */
  static Normalization day(Expression expression) {
    var month = expression.meaning("month").or(() -> expression.meaningOf("month2", "month"));
    int day = expression.number(expression.has("day") ? "day" : "day2");
    return set(expression, String.format("XXXX-%s-%02d", month.orElse("XX"), day));
  }

  /** Every Christmas; a feast that moves has no such value. */
  static Normalization holiday(Expression expression) {
    var when = expression.meaning("holiday").orElse("");
    return when.matches("\\d\\d-\\d\\d") ? set(expression, "XXXX-" + when) : set(expression, "P1Y");
  }

  /** Three days a week. */
  static Normalization unitsPer(Expression expression) {
    var counted = expression.word("part2").toLowerCase(Locale.ROOT);
    var freq = Amount.of(expression).number() + LETTERS.getOrDefault(counted, "X");
    return set(expression, "P1" + letter(expression)).often(freq);
  }

  /** Every third month. */
  static Normalization nth(Expression expression) {
    var unit = expression.unit();
    var count = expression.meaning("ordinal").orElse("1");
    return set(expression, (unit.startsWith("T") ? "PT" : "P") + count + letter(expression));
  }

  private static String letter(Expression expression) {
    var unit = expression.unit();
    return unit.startsWith("T") ? unit.substring(1) : unit;
  }

  private static Normalization set(Expression expression, String value) {
    return expression.absolute(value).because("comes again and again");
  }
}
