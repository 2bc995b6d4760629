package org.copytaster.tagging.entity.link;

import org.jspecify.annotations.Nullable;

/**
 * A place that a name can stand for.
 *
 * @param id scheme and code, for instance {@code iso3166:US-TX} or {@code geonames:2988507}
 * @param name canonical name
 * @param within ISO 3166 code of the smallest division around it that is known; empty for a country
 * @param people who live there, or an estimate; never less than 1
 * @param byAlias whether the name that was looked up is not the canonical one
 */
record Place(String id, String name, Kind kind, String within, long people, boolean byAlias) {

  private static final String ISO = "iso3166:";

  /** What kind of place it is. */
  enum Kind {
    COUNTRY,
    SUBDIVISION,
    /** A subdivision of which the gazetteer does not say which towns lie in it. */
    OUTLINE,
    CITY,
    /** A continent, a sea, or something that only sounds like a town. */
    REGION,
    /** The seat of a country's government. */
    CAPITAL;

    boolean town() {
      return this == CITY || this == CAPITAL;
    }
  }

  /** Whether somebody has an id for it. */
  boolean known() {
    return !id.equals("-");
  }

  /** Its own ISO 3166 code, or null for a town. */
  @Nullable String code() {
    return id.startsWith(ISO) ? id.substring(ISO.length()) : null;
  }

  /** ISO 3166 code of the country that it is or lies in. */
  String country() {
    var code = code();
    var inner = code == null ? within : code;
    int hyphen = inner.indexOf('-');
    return hyphen < 0 ? inner : inner.substring(0, hyphen);
  }

  /** Whether it lies in the country or subdivision with an ISO 3166 code, and is not that. */
  boolean liesIn(String code) {
    return within.equals(code) || within.startsWith(code + "-");
  }
}
