package org.copytaster.tagging.timex;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copytaster.tagging.timex.rule.TimexType;
import org.jspecify.annotations.Nullable;

/**
 * What a time expression means.
 *
 * @param value TIMEX3 value, or null where there is nothing safe to reckon from
 * @param qualifiers what is said of the value besides
 * @param covers the interval that the value covers, or null where it covers none
 * @param reason why it is this value
 */
public record Normalization(
    TimexType type,
    @Nullable String value,
    Qualifiers qualifiers,
    @Nullable Interval covers,
    Reason reason) {

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
   * @param confidence how sure that is, from 0 to 1
   */
  public record Reason(
      @Nullable String anchor, String arithmetic, List<String> alternatives, double confidence) {

    /** With copies of what it is given. */
    public Reason {
      alternatives = List.copyOf(alternatives);
    }

    static Reason from(@Nullable String anchor, String arithmetic, double confidence) {
      return new Reason(anchor, arithmetic, List.of(), confidence);
    }
  }

  /** What the value was reckoned from, or null. */
  public @Nullable String anchor() {
    return reason.anchor();
  }

  /** How sure that is, from 0 to 1. */
  public double confidence() {
    return reason.confidence();
  }

  /** The interval that the value covers, if it covers one. */
  public Optional<Interval> interval() {
    return Optional.ofNullable(covers);
  }

  /** The same with the way it was reckoned. */
  Normalization because(String arithmetic) {
    return with(
        new Reason(reason.anchor(), arithmetic, reason.alternatives(), reason.confidence()));
  }

  /** The same, less sure, with another value that it could have. */
  Normalization or(String other, double confidence) {
    return with(new Reason(reason.anchor(), reason.arithmetic(), List.of(other), confidence));
  }

  /** The same without an anchor, which it did not need. */
  Normalization standalone() {
    return with(new Reason(null, reason.arithmetic(), reason.alternatives(), confidence()));
  }

  /** The same, as sure as said. */
  Normalization sure(double confidence) {
    return with(
        new Reason(reason.anchor(), reason.arithmetic(), reason.alternatives(), confidence));
  }

  /** The same as another type. */
  Normalization of(TimexType other) {
    return new Normalization(other, value, qualifiers, covers, reason);
  }

  /** The same with how often it comes in each period. */
  Normalization often(String freq) {
    var more = new Qualifiers(qualifiers.mod(), qualifiers.quant(), freq);
    return new Normalization(type, value, more, covers, reason);
  }

  /** The same with its modifier put in other words. */
  Normalization modified(Map<String, String> mods) {
    var mod = qualifiers.mod();
    var other = mod == null ? null : mods.getOrDefault(mod, mod);
    var changed = new Qualifiers(other, qualifiers.quant(), qualifiers.freq());
    return new Normalization(type, value, changed, covers, reason);
  }

  /** The same where the clocks are ahead of UTC by an offset: value as written, interval in UTC. */
  Normalization in(ZoneOffset offset) {
    var utc = covers == null ? null : covers.inUtc(offset);
    return new Normalization(type, value, qualifiers, utc, reason);
  }

  /** The same of many days, from one to the one before {@code end}, for which no value stands. */
  Normalization lasting(LocalDate from, LocalDate end) {
    var days = new Interval(from.toString(), end.toString(), "days");
    return new Normalization(type, null, qualifiers, days, reason);
  }

  private Normalization with(Reason why) {
    return new Normalization(type, value, qualifiers, covers, why);
  }
}
