package org.copytaster.enrich.timex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The day of a creation time. */
final class CreationDay {

  private static final int DATE_LENGTH = 10;

  private CreationDay() {}

  /**
   * The day in UTC; a time without a zone is taken as UTC.
   *
   * @throws IllegalArgumentException if {@code value} is no ISO 8601 date or date and time
   */
  static LocalDate of(String value) {
    try {
      return read(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is no creation time: a date as 2024-06-19, or a date and a time with zone"
              + " as 2024-06-19T08:00:00Z",
          e);
    }
  }

  /** How many days lie between the two. */
  static long apart(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  private static LocalDate read(String value) {
    if (value.length() <= DATE_LENGTH) {
      return LocalDate.parse(value);
    }
    var time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime zoned
        ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
        : LocalDate.from(time);
  }
}
