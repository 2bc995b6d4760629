package org.copytaster.tagging.timex;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.copytaster.tagging.timex.rule.TimeWords;

/**
 * How many of a unit.
 *
 * @param number in digits, or {@code X} where the text does not say
 */
record Amount(String number) {

  private static final Pattern PARTS = Pattern.compile("[-\\s\u00a0]+");

  /** The amount that the groups {@code n} and {@code half} of an expression name; one if none. */
  static Amount of(Expression expression) {
    if (expression.has("other")) {
      return new Amount("2");
    }
    if (expression.has("share")) {
      return withShare(expression);
    }
    if (!expression.has("n")) {
      return new Amount(expression.has("many") ? "X" : "1");
    }
    return of(expression, "n");
  }

  /** Half a century, a year and a half. */
  private static Amount withShare(Expression expression) {
    var share = expression.meaning("share").orElse("0.5");
    var whole = expression.has("n") ? parse(expression.word("n"), expression.words()) : "0";
    return whole.equals("X")
        ? new Amount(whole)
        : new Amount(new BigDecimal(whole).add(new BigDecimal(share)).toPlainString());
  }

  /** The amount that a group of an expression names. */
  static Amount of(Expression expression, String group) {
    var number = parse(expression.word(group), expression.words());
    if (expression.has("half") && !number.equals("X")) {
      number = new BigDecimal(number).add(new BigDecimal("0.5")).toPlainString();
    }
    return new Amount(number);
  }

  private static String parse(String word, TimeWords words) {
    if (Character.isDigit(word.charAt(0))) {
      return word.replace(",", "");
    }
    var known = words.meaning("number", word);
    if (known.isPresent()) {
      return known.get();
    }
    int sum = 0;
    for (var part : PARTS.split(word, -1)) {
      var number = words.meaning("number", part).orElse("X");
      if (number.equals("X")) {
        return number;
      }
      sum += Integer.parseInt(number);
    }
    return Integer.toString(sum);
  }

  /** A year as it is spoken: nineteen ninety-six, two thousand one. */
  static int year(String spoken, TimeWords words) {
    int sum = 0;
    for (var part : PARTS.split(spoken, -1)) {
      if (part.equalsIgnoreCase("thousand")) {
        sum *= 1000;
      } else if (!part.equalsIgnoreCase("and")) {
        int number = Integer.parseInt(words.meaning("number", part).orElse("0"));
        sum = sum > 9 && sum < 100 ? 100 * sum + number : sum + number;
      }
    }
    return sum;
  }

  /** Whether it is a whole number and a half. */
  boolean andHalf() {
    return number.endsWith(".5") && !number.startsWith("0");
  }

  /** Whether it is no whole number. */
  boolean fraction() {
    return !vague() && number.indexOf('.') >= 0;
  }

  boolean vague() {
    return number.equals("X");
  }

  /** The number without its fraction. */
  long whole() {
    return Math.min(100_000, new BigDecimal(number).longValue());
  }

  /** Times ten, or a hundred. */
  Amount times(int factor) {
    return vague()
        ? this
        : new Amount(
            new BigDecimal(number)
                .multiply(BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString());
  }
}
