package org.copytaster.tagging.entity.link;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely it is that somebody else is meant, and what has made that less or more likely. Signs
 * count as if they did not depend on each other.
 */
final class Doubt {

  private double value;
  private double most = 1;
  private final List<String> reasons = new ArrayList<>();

  Doubt(double value, String reason) {
    this.value = value;
    reasons.add(reason);
  }

  /** A sign, or none where the factor is 1. */
  void times(double factor, String reason) {
    value *= factor;
    reasons.add(reason);
  }

  /** A sign that is missing, and without which there is no link. */
  void cap(double confidence) {
    most = Math.min(most, confidence);
  }

  double confidence() {
    return Math.min(most, Math.max(0, 1 - value));
  }

  /** In the order in which they were weighed. */
  String because() {
    return String.join("; ", reasons);
  }
}
