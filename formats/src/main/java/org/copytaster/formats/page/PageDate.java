package org.copytaster.formats.page;

import java.time.LocalDate;

/**
 * A day on which the page says that the article was published or changed.
 *
 * @param value ISO 8601 date, or date and time with zone
 * @param method where it stands: json-ld, open-graph, meta, time, url or text
 * @param modified whether it is the day of a change
 */
public record PageDate(String value, String method, boolean modified) {

  /** The day as the page has it, in the page's own time zone. */
  LocalDate day() {
    return LocalDate.parse(value.substring(0, "2024-06-19".length()));
  }
}
