package org.copytaster.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How often a source is expected to send.
 *
 * @param every the longest time between two articles that is nothing to worry about; null if nobody
 *     knows
 * @param quiet hours in which nothing is expected; null if there are none
 */
public record Rhythm(@Nullable Duration every, @Nullable QuietHours quiet) {

  /** Nobody knows. */
  public static final Rhythm UNKNOWN = new Rhythm(null, null);

  /** From a time of day to another, in the source's zone; over midnight where it ends earlier. */
  public record QuietHours(LocalTime from, LocalTime until) {

    boolean covers(LocalTime time) {
      return from.isBefore(until)
          ? !time.isBefore(from) && time.isBefore(until)
          : !time.isBefore(from) || time.isBefore(until);
    }
  }

  /**
   * Whether the source has been quiet for too long.
   *
   * @param last when it last sent, or when it was first waited for
   * @param zone of the quiet hours
   */
  public boolean overdue(Instant last, Instant now, ZoneId zone) {
    return every != null && now.isAfter(last.plus(every)) && expects(now, zone);
  }

  /** Whether it would be noticed now that the source is silent. */
  public boolean expects(Instant now, ZoneId zone) {
    // a source that wakes up needs its time again
    return every != null
        && (quiet == null || !(quiet(quiet, now, zone) || quiet(quiet, now.minus(every), zone)));
  }

  private static boolean quiet(QuietHours quiet, Instant moment, ZoneId zone) {
    return quiet.covers(moment.atZone(zone).toLocalTime());
  }
}
