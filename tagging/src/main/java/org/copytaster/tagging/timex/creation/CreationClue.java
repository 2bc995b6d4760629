package org.copytaster.tagging.timex.creation;

import java.time.LocalDate;
import java.util.Optional;
import org.copytaster.tagging.timex.creation.CreationCandidate.Method;
import org.copytaster.tagging.timex.creation.CreationCandidate.Verdict;
import org.copytaster.tagging.timex.creation.CreationFields.PageDate;
import org.jspecify.annotations.Nullable;

/**
 * A candidate before anything is decided.
 *
 * @param day the day of {@code value}
 * @param again whether it says "updated" and not "published"
 * @param flaw why it can never be taken, or null
 */
record CreationClue(
    String value, LocalDate day, Method method, boolean again, @Nullable String flaw) {

  /** The day on which the first page of the web was there; what is older was not made as one. */
  private static final LocalDate WEB = LocalDate.of(1991, 8, 6);

  static CreationClue of(Method method, String value) {
    return new CreationClue(value, CreationDay.of(method, value), method, false, null);
  }

  /**
   * A page's date.
   *
   * @return nothing if its value cannot be read or nobody knows its method
   */
  static Optional<CreationClue> ofPage(PageDate date) {
    return Method.ofPage(date.method()).flatMap(method -> read(method, date));
  }

  private static Optional<CreationClue> read(Method method, PageDate date) {
    try {
      var day = CreationDay.of(method, date.value());
      return Optional.of(new CreationClue(date.value(), day, method, date.modified(), null));
    } catch (IllegalArgumentException noDate) {
      return Optional.empty();
    }
  }

  /** Whether the article says it of itself, so that it needs no evidence. */
  boolean own() {
    return switch (method) {
      case DATELINE, UPDATED_LINE -> true;
      default -> method.meta() && !again && !beforeTheWeb();
    };
  }

  boolean beforeTheWeb() {
    return (method.meta() || method.onPage()) && day.isBefore(WEB);
  }

  /**
   * Weekdays are counted from the first of these: dateline, "published" as readers see it, then as
   * machines do, "updated".
   */
  int rank() {
    return switch (method) {
      case DATELINE -> 0;
      case UPDATED_LINE -> again ? 5 : 1;
      case JSON_LD -> 2;
      case OPEN_GRAPH -> 3;
      default -> 4;
    };
  }

  /** Whether the two may be one date seen twice, so that they do not bear each other out. */
  boolean sameWitness(CreationClue other) {
    return method == other.method
        || (again && other.again)
        || ((method.onPage() || other.method.onPage())
            && method.visible()
            && other.method.visible());
  }

  CreationCandidate decided(Verdict verdict, double confidence, String reason) {
    return new CreationCandidate(value, method, verdict, confidence, reason);
  }

  CreationCandidate refused(String reason) {
    return decided(Verdict.REFUSED, 0, reason);
  }
}
