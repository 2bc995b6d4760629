package org.copytaster.tagging.timex;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which order a source writes day and month in figures. */
public enum DateOrder {
  /** 19/06/2024, as everywhere but in the countries that write the month first. */
  DAY_FIRST,
  /** 6/19/2024. */
  MONTH_FIRST,
  /** Nobody said; the month is taken to be first, with less confidence. */
  UNKNOWN;

  /**
   * Regions of English-language sources whose everyday short date has the month first, after the
   * short date patterns of Unicode's CLDR: the United States and places that follow them.
   */
  private static final Set<String> MONTH_FIRST_REGIONS =
      Set.of("US", "PH", "PR", "GU", "AS", "MP", "VI", "UM", "FM", "MH", "PW");

  /**
   * The order of a locale.
   *
   * @param languageTag BCP 47, for instance en-GB, or null
   * @return unknown where the tag names no region
   */
  public static DateOrder of(@Nullable String languageTag) {
    if (languageTag == null) {
      return UNKNOWN;
    }
    var region = Locale.forLanguageTag(languageTag.replace('_', '-')).getCountry();
    if (region.isEmpty()) {
      return UNKNOWN;
    }
    return MONTH_FIRST_REGIONS.contains(region) ? MONTH_FIRST : DAY_FIRST;
  }
}
