package org.copytaster.tagging.life;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an article, and why.
 *
 * @param signal what the version is to the one before
 * @param until the end of an embargo, in UTC; null unless the decision is HOLD_UNTIL
 * @param because what decided, the weightiest first; empty where nothing says anything
 */
public record Judgement(
    Decision decision, LifeSignal signal, @Nullable Instant until, List<Because> because) {

  /** How many reasons are told. */
  static final int MOST = 8;

  /** How many characters of words are told. */
  static final int LONGEST = 120;

  /** With a copy of the reasons. */
  public Judgement {
    because = List.copyOf(because.subList(0, Math.min(MOST, because.size())));
  }

  /**
   * A reason.
   *
   * @param field where it stands
   * @param words the words there, as they are written, cut at a bound
   * @param rule the rule that they follow
   */
  public record Because(String field, String words, String rule) {}
}
