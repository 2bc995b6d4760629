package org.copytaster.formats.copy;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is known of some copy that the copy itself may leave out.
 *
 * @param zone in which the source's clocks stand; for times without a zone
 * @param receivedAt when it came; for days without a year
 * @param defaults what holds where the copy says nothing
 */
public record Circumstances(ZoneId zone, Instant receivedAt, Defaults defaults) {

  /** Circumstances of a source that has no defaults. */
  public Circumstances(ZoneId zone, Instant receivedAt) {
    this(zone, receivedAt, Defaults.NONE);
  }
}
