package org.copytaster.enrich.timex;

import java.time.LocalDate;
import org.copytaster.enrich.timex.CreationCandidate.Method;
import org.copytaster.enrich.timex.CreationCandidate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A candidate before anything is decided.
 *
 * @param day the day of {@code value}
 * @param again whether its line says "updated" and not "published"
 * @param flaw why it can never be taken, or null
 */
record CreationClue(
    String value, LocalDate day, Method method, boolean again, @Nullable String flaw) {

  static CreationClue of(Method method, String value) {
    return new CreationClue(value, CreationDay.of(value), method, false, null);
  }

  /** Whether it stands in the head of the article itself, so that it needs no evidence. */
  boolean own() {
    return method == Method.DATELINE || method == Method.UPDATED_LINE;
  }

  /** Weekdays are counted from the first of these: dateline, "published", "updated". */
  int rank() {
    return method == Method.DATELINE ? 0 : again ? 2 : 1;
  }

  CreationCandidate decided(Verdict verdict, double confidence, String reason) {
    return new CreationCandidate(value, method, verdict, confidence, reason);
  }

  CreationCandidate refused(String reason) {
    return decided(Verdict.REFUSED, 0, reason);
  }
}
