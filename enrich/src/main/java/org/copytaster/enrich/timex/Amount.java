package org.copytaster.enrich.timex;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How many of a unit.
 *
 * @param number in digits, or {@code X} where the text does not say
 */
record Amount(String number) {

  /** The amount that the groups {@code n} and {@code half} of an expression name; one if none. */
  static Amount of(Expression expression) {
    if (!expression.has("n")) {
      return new Amount(expression.has("many") ? "X" : "1");
    }
    var number = parse(expression.word("n"), expression.words());
    if (expression.has("half") && !number.equals("X")) {
      number = new BigDecimal(number).add(new BigDecimal("0.5")).toPlainString();
    }
    return new Amount(number);
  }

  private static String parse(String word, Words words) {
    if (Character.isDigit(word.charAt(0))) {
      return word.replace(",", "");
    }
    if (words.knows("number", word)) {
      return words.meaning("number", word);
    }
    int sum = 0;
    for (var part : word.toLowerCase(Locale.ROOT).split("[-\\s\u00a0]+", -1)) {
      sum += Integer.parseInt(words.meaning("number", part));
    }
    return Integer.toString(sum);
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
