package org.copytaster.tagging.timex.creation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.copytaster.tagging.timex.creation.CreationCandidate.Method;

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
    return day(value, zoned -> zoned.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static LocalDate asWritten(String value) {
    return day(value, zoned -> zoned);
  }

  private static LocalDate day(String value, UnaryOperator<OffsetDateTime> moved) {
    try {
      return read(value, moved);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is no creation time: a date as 2024-06-19, or a date and a time with zone"
              + " as 2024-06-19T08:00:00Z",
          e);
    }
  }

  /**
   * The day of a candidate. A page's date counts as the page writes it, in its own zone, since that
   * is the day on which its readers and its weekdays are; all others count in UTC.
   *
   * @throws IllegalArgumentException if {@code value} is no ISO 8601 date or date and time
   */
  static LocalDate of(Method method, String value) {
    return method.meta() || method.onPage() ? asWritten(value) : of(value);
  }

  /**
   * The time of a candidate's day in UTC, if it has one. Pages count their day in their own zone,
   * so that a time of theirs could lie on another day than theirs; they give none.
   *
   * @throws IllegalArgumentException if {@code value} is no ISO 8601 date or date and time
   */
  static Optional<LocalDateTime> moment(Method method, String value) {
    if (value.length() <= DATE_LENGTH || method.meta() || method.onPage()) {
      return Optional.empty();
    }
    var time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
    return Optional.of(
        time instanceof OffsetDateTime zoned
            ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
            : LocalDateTime.from(time));
  }

  private static LocalDate read(String value, UnaryOperator<OffsetDateTime> moved) {
    if (value.length() <= DATE_LENGTH) {
      return LocalDate.parse(value);
    }
    var time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime zoned
        ? moved.apply(zoned).toLocalDate()
        : LocalDate.from(time);
  }
}
