package org.copytaster.formats.copy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as copy writes it.
 *
 * @param instant the point in time, in UTC
 * @param assumed the zone that was taken where the copy names none, or an abbreviation that means
 *     several; null if the copy leaves no doubt
 */
public record WireMoment(Instant instant, @Nullable String assumed) {

  /** The moment of a clock in this zone, which the copy does not name. */
  public static WireMoment assumed(LocalDateTime local, ZoneId zone) {
    return new WireMoment(local.atZone(zone).toInstant(), name(zone));
  }

  /** How an assumed zone is told among the repairs. */
  public static String repair(String assumed) {
    return "zone:assumed-" + assumed;
  }

  /** The name of a zone; an offset of nothing is UTC. */
  public static String name(ZoneId zone) {
    return zone.normalized().getId().equals("Z") ? "UTC" : zone.getId();
  }
}
