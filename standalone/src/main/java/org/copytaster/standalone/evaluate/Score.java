package org.copytaster.standalone.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Precision, recall and F1 in percent, from counts.
 *
 * @param hits what system and gold agree on
 * @param system how many the system has
 * @param gold how many the gold standard has
 */
record Score(int hits, int system, int gold) {

  double precision() {
    return 100 * share(system);
  }

  double recall() {
    return 100 * share(gold);
  }

  double f1() {
    double p = share(system);
    double r = share(gold);
    return 100 * (p + r > 0 ? 2 * p * r / (p + r) : 0.0);
  }

  private double share(int all) {
    return all > 0 ? (double) hits / all : 0.0;
  }

  /** One row of a table: name, P, R, F1 and the counts. */
  String row(String name, int width) {
    return String.format(
        "%-" + width + "s P %6s R %6s F1 %6s  (%d/%d/%d)",
        name,
        twoDigits(precision()),
        twoDigits(recall()),
        twoDigits(f1()),
        hits,
        system,
        gold);
  }

  /** Two digits, rounded as C and Python round: on the exact value, half to even. */
  static String twoDigits(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
