package org.copytaster.enrich.timex;

import org.jspecify.annotations.Nullable;

/**
 * What fields, and not the text, say of when an article was written. Times are ISO 8601: a date, or
 * a date and a time; a time without a zone is taken as UTC. Each may be missing.
 *
 * @param given what the caller says; it wins over all
 * @param versionCreated when the source made this version
 * @param firstCreated when the source made the first version
 * @param embargoed when it may be published
 * @param url where the source publishes it
 */
public record CreationFields(
    @Nullable String given,
    @Nullable String versionCreated,
    @Nullable String firstCreated,
    @Nullable String embargoed,
    @Nullable String url) {

  /** A text without an article, and perhaps a time that the caller knows. */
  public static CreationFields given(@Nullable String time) {
    return new CreationFields(time, null, null, null, null);
  }
}
