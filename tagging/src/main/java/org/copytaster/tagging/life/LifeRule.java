package org.copytaster.tagging.life;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that act.
 *
 * @param pattern over folded text; what the rule looks for if it has no slots
 * @param marked whether it is a label whose words have {@link Stems}
 * @param slots words that stand in one clause in any order, of which each acts only with the others
 */
record LifeRule(
    String name, Act act, Where where, Pattern pattern, boolean marked, List<Slot> slots) {

  LifeRule {
    slots = List.copyOf(slots);
  }

  /**
   * Words of one kind.
   *
   * @param absent whether the clause must have none of them
   */
  record Slot(Pattern words, boolean absent) {}

  /** The same words, taken for another act. */
  LifeRule as(Act other) {
    return new LifeRule(name, other, where, pattern, marked, slots);
  }
}
