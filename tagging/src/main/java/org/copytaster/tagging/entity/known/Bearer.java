package org.copytaster.tagging.entity.known;

import org.copytaster.tagging.entity.EntityType;

/**
 * Somebody or something that bears a name, as a table knows it.
 *
 * @param id scheme and value, for instance {@code wikidata:Q76}; empty if the table only knows that
 *     there is such a bearer, which makes the name less clear but is nothing to link to
 * @param name canonical name
 */
public record Bearer(String id, EntityType type, String name, Description described, Term term) {

  /**
   * What it is.
   *
   * @param kind more closely than the type: politician, club, court
   * @param text an office, a trade, a seat, in a few words; may be empty
   */
  public record Description(String kind, String text) {}

  /**
   * When and where it counts.
   *
   * @param country ISO 3166 alpha-2; empty if unknown
   * @param from first day in office, of play or of the founding as yyyymmdd; the month and the day
   *     may be 00; 0 if unknown
   * @param to the last day, in the same form; 0 if it goes on or is unknown
   * @param weight from 0 to 100, how often the news means this one, roughly
   */
  public record Term(String country, int from, int to, int weight) {}

  /** Whether there is an id to link to. */
  public boolean known() {
    return !id.isEmpty();
  }
}
