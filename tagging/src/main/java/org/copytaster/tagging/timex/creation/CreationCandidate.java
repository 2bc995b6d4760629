package org.copytaster.tagging.timex.creation;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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
    /** Said by whoever asks for the tags. */
    GIVEN("given"),
    /** The field {@code versionCreated}. */
    VERSION_CREATED("versionCreated"),
    /** A full date in a dateline. */
    DATELINE("dateline"),
    /** A line of the text that says when it was updated or published. */
    UPDATED_LINE("updated-line"),
    /** schema.org's dates in JSON-LD. */
    JSON_LD("json-ld"),
    /** A meta element of Open Graph. */
    OPEN_GRAPH("open-graph"),
    /** Another meta element. */
    META("meta"),
    /** The field {@code firstCreated}. */
    FIRST_CREATED("firstCreated"),
    /** A {@code time} element of the page. */
    TIME("time"),
    /** A day in the address. */
    URL("url"),
    /** A day that the page shows as text. */
    TEXT("text"),
    /** The end of an embargo. */
    EMBARGO("embargo"),
    /** A date in what the page says and not the article. */
    FURNITURE_DATE("furniture-date"),
    /** The date of another article's teaser. */
    TEASER_DATE("teaser-date");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    /** As ledgers write it, for instance {@code updated-line}. */
    public String label() {
      return label;
    }

    /** The method of a page's date, if there is one of that name. */
    static Optional<Method> ofPage(String label) {
      return Stream.of(JSON_LD, OPEN_GRAPH, META, TIME, URL, TEXT)
          .filter(method -> method.label.equals(label))
          .findFirst();
    }

    /** Whether a page says it of itself, to machines and not to readers. */
    boolean meta() {
      return this == JSON_LD || this == OPEN_GRAPH || this == META;
    }

    /** Whether a page shows it to readers, among other dates that it shows. */
    boolean onPage() {
      return this == TIME || this == TEXT;
    }

    /** Whether it stands in characters that a reader sees. */
    boolean visible() {
      return switch (this) {
        case DATELINE, UPDATED_LINE, TIME, TEXT, FURNITURE_DATE, TEASER_DATE -> true;
        default -> false;
      };
    }
  }

  /** How it is named where it was taken: an inferred one says so. */
  public String methodTaken() {
    return verdict == Verdict.INFERRED ? method.label() + ", inferred" : method.label();
  }
}
