package org.copytaster.enrich.timex;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a time expression means.
 *
 * @param value TIMEX3 value, or null where there is nothing safe to reckon from
 * @param qualifiers what is said of the value besides
 * @param reason why it is this value
 * @param confidence from 0 to 1
 */
public record Reading(
    TimexType type,
    @Nullable String value,
    Qualifiers qualifiers,
    Reason reason,
    double confidence) {

  /**
   * TIMEX3's attributes besides type and value.
   *
   * @param mod modifier, for instance START, or null
   * @param quant the quantifier of a SET, for instance EVERY, or null
   * @param freq how often a SET comes in its value, for instance 2X, or null
   */
  public record Qualifiers(@Nullable String mod, @Nullable String quant, @Nullable String freq) {

    static final Qualifiers NONE = new Qualifiers(null, null, null);
  }

  /**
   * Why a value is what it is.
   *
   * @param anchor what it was reckoned from, or why there is none; null where the expression stands
   *     for itself
   * @param arithmetic how it was reckoned, in words
   * @param alternatives other values that the same words can have
   */
  public record Reason(@Nullable String anchor, String arithmetic, List<String> alternatives) {

    /** With copies of what it is given. */
    public Reason {
      alternatives = List.copyOf(alternatives);
    }

    static Reason from(@Nullable String anchor, String arithmetic) {
      return new Reason(anchor, arithmetic, List.of());
    }
  }

  /** What the value was reckoned from, or null. */
  public @Nullable String anchor() {
    return reason.anchor();
  }

  /** The interval that the value covers, if it covers one. */
  public Optional<Interval> interval() {
    return value == null ? Optional.empty() : Interval.of(value);
  }

  /** The same with the way it was reckoned. */
  Reading because(String arithmetic) {
    return with(new Reason(reason.anchor(), arithmetic, reason.alternatives()), confidence);
  }

  /** The same, less sure, with another value that it could have. */
  Reading or(String other, double confidence) {
    return with(new Reason(reason.anchor(), reason.arithmetic(), List.of(other)), confidence);
  }

  /** The same, as sure as said. */
  Reading sure(double confidence) {
    return with(reason, confidence);
  }

  private Reading with(Reason why, double sure) {
    return new Reading(type, value, qualifiers, why, sure);
  }
}
