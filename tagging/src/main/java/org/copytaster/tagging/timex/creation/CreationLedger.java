package org.copytaster.tagging.timex.creation;

import java.util.List;
import java.util.Optional;
import org.copytaster.tagging.timex.DocumentTime;
import org.copytaster.tagging.timex.creation.CreationCandidate.Verdict;

/**
 * All times at which an article may have been written, each with its verdict; at most one is
 * ACCEPTED.
 *
 * @param candidates what fields say first, then what the text says; a bounded number
 */
public record CreationLedger(List<CreationCandidate> candidates) {

  /**
   * The candidate that relative expressions are reckoned from.
   *
   * @param inferredToo whether the surest INFERRED one is taken where none is ACCEPTED
   */
  public Optional<CreationCandidate> taken(boolean inferredToo) {
    return with(Verdict.ACCEPTED).or(() -> inferredToo ? with(Verdict.INFERRED) : Optional.empty());
  }

  /** The same as annotations are reckoned from it: {@code dct …} or {@code inferred …}. */
  public Optional<DocumentTime> anchor(boolean inferredToo) {
    return taken(inferredToo)
        .map(
            taken ->
                new DocumentTime(
                    CreationDay.of(taken.method(), taken.value()),
                    (taken.verdict() == Verdict.INFERRED ? "inferred " : "dct ") + taken.value(),
                    CreationDay.moment(taken.method(), taken.value()).orElse(null)));
  }

  private Optional<CreationCandidate> with(Verdict verdict) {
    return candidates.stream()
        .filter(candidate -> candidate.verdict() == verdict)
        .min(CreationCandidate.SUREST_FIRST);
  }
}
