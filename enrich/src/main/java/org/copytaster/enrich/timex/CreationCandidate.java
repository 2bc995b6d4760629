package org.copytaster.enrich.timex;

import java.util.Comparator;

/**
 * A time at which the article may have been written, and what was decided about it.
 *
 * @param value ISO 8601: a date as the text or the address has it, or a date and time as a field
 *     has it
 * @param method where it was found
 * @param confidence from 0 to 1: how sure it is that the article was written then
 * @param reason why it was decided so, in one sentence
 */
public record CreationCandidate(
    String value, Method method, Verdict verdict, double confidence, String reason) {

  static final Comparator<CreationCandidate> SUREST_FIRST =
      Comparator.comparingDouble(CreationCandidate::confidence)
          .reversed()
          .thenComparing(CreationCandidate::method);

  /** What was decided. */
  public enum Verdict {
    /** Relative expressions are reckoned from it. */
    ACCEPTED,
    /** Evidence agrees with it; it is taken only where a setting allows that. */
    INFERRED,
    /** It is never taken. */
    REFUSED
  }

  /** Where a candidate was found; of two that are equally sure the one named first here wins. */
  public enum Method {
    GIVEN("given"),
    VERSION_CREATED("versionCreated"),
    DATELINE("dateline"),
    UPDATED_LINE("updated-line"),
    FIRST_CREATED("firstCreated"),
    URL("url"),
    EMBARGO("embargo"),
    FURNITURE_DATE("furniture-date"),
    TEASER_DATE("teaser-date");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    /** As ledgers write it, for instance {@code updated-line}. */
    public String label() {
      return label;
    }
  }

  /** How it is named where it was taken: an inferred one says so. */
  public String methodTaken() {
    return verdict == Verdict.INFERRED ? method.label() + ", inferred" : method.label();
  }
}
