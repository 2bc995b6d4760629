package org.copytaster.tagging.timex;

import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.SpeltText;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * A time expression in a text.
 *
 * @param place where it stands
 * @param surface the characters there
 * @param rule the rule that fired
 * @param normalization what it means
 * @param range the range that it begins or ends, or null
 */
public record Timex(
    ZonedSpan place,
    String surface,
    String rule,
    Normalization normalization,
    @Nullable Range range) {

  /**
   * A range such as "from May 3 to 5", made of two expressions that know of each other.
   *
   * @param begins whether the expression that has this is the first of the two
   * @param other where the other one stands
   */
  public record Range(boolean begins, Span other) {}

  /** The same where it stands in the text that was spelt. */
  Timex in(Text original, SpeltText spelt) {
    var span = spelt.original(place.span());
    var inRange = range == null ? null : new Range(range.begins(), spelt.original(range.other()));
    return new Timex(
        new ZonedSpan(span, place.zone(), place.confidence()),
        span.surface(original.characters()),
        rule,
        normalization,
        inRange);
  }

  /** The same as a part of a range. */
  Timex in(Range of) {
    return new Timex(place, surface, rule, normalization, of);
  }
}
