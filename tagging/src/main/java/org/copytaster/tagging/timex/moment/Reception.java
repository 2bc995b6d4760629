package org.copytaster.tagging.timex.moment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a moment is reckoned from.
 *
 * @param at when the notice came; null where nobody knows, and then only a full date can be read
 * @param zone in which its source's clocks stand; null where nobody knows, and then only a moment
 *     that names its zone can be read
 */
public record Reception(@Nullable Instant at, @Nullable ZoneId zone) {

  /**
   * Zones of the United States, where 9/10 is the tenth of September; from the tz database's table
   * {@code zone1970.tab}, those with the country US. A name with a slash more ({@code
   * America/Indiana/Knox}) counts as its middle part.
   */
  private static final Set<String> MONTH_FIRST =
      Set.of(
          "America/New_York",
          "America/Detroit",
          "America/Kentucky",
          "America/Indiana",
          "America/Chicago",
          "America/Menominee",
          "America/North_Dakota",
          "America/Denver",
          "America/Boise",
          "America/Phoenix",
          "America/Los_Angeles",
          "America/Anchorage",
          "America/Juneau",
          "America/Sitka",
          "America/Metlakatla",
          "America/Yakutat",
          "America/Nome",
          "America/Adak",
          "Pacific/Honolulu");

  /** Whether dates in figures with a slash begin with the month there. */
  boolean monthFirst() {
    if (zone == null) {
      return false;
    }
    var id = zone.getId();
    int last = id.lastIndexOf('/');
    return id.startsWith("US/")
        || MONTH_FIRST.contains(id.indexOf('/') == last ? id : id.substring(0, last));
  }
}
