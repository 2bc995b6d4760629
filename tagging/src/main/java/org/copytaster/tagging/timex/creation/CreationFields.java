package org.copytaster.tagging.timex.creation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fields, and not the text, say of when an article was written. Times are ISO 8601: a date, or
 * a date and a time; a time without a zone is taken as UTC. Each may be missing.
 *
 * @param given what the caller says; it wins over all
 * @param source what the source of the article says
 * @param url where the source publishes it
 * @param page what the page says that it was read from, in the order of trust
 * @param receivedAt when it came to us; nothing can have been written after that
 */
public record CreationFields(
    @Nullable String given,
    SourceTimes source,
    @Nullable String url,
    List<PageDate> page,
    @Nullable String receivedAt) {

  /**
   * The times of a source, under IPTC's names.
   *
   * @param versionCreated when it made this version
   * @param firstCreated when it made the first version
   * @param embargoed when it may be published
   */
  public record SourceTimes(
      @Nullable String versionCreated, @Nullable String firstCreated, @Nullable String embargoed) {

    /** A source that says nothing. */
    public static final SourceTimes NONE = new SourceTimes(null, null, null);
  }

  /**
   * What a page says of when it was published or changed.
   *
   * @param value ISO 8601 date, or date and time with zone; one that cannot be read is no candidate
   * @param method where it stands: json-ld, open-graph, meta, time, url or text; one with another
   *     method is no candidate
   * @param modified whether it is when the page was last changed
   */
  public record PageDate(String value, String method, boolean modified) {}

  /** With a copy of the list. */
  public CreationFields {
    page = List.copyOf(page);
  }

  /** A text without an article, and perhaps a time that the caller knows. */
  public static CreationFields given(@Nullable String time) {
    return new CreationFields(time, SourceTimes.NONE, null, List.of(), null);
  }
}
