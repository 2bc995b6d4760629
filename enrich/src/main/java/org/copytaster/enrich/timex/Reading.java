package org.copytaster.enrich.timex;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a time expression means.
 *
 * @param value TIMEX3 value, or null where there is nothing safe to reckon from
 * @param mod TIMEX3 modifier, for instance START
 * @param anchor what the value was reckoned from, or why it has none; null where the expression
 *     stands for itself
 * @param confidence from 0 to 1
 */
public record Reading(
    TimexType type,
    @Nullable String value,
    @Nullable String mod,
    @Nullable String anchor,
    double confidence) {

  /** The interval that the value covers, if it covers one. */
  public Optional<Interval> interval() {
    return value == null ? Optional.empty() : Interval.of(value);
  }
}
