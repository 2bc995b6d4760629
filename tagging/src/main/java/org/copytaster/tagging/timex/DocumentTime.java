package org.copytaster.tagging.timex;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The document creation time that relative expressions are reckoned from.
 *
 * @param date the day, in UTC
 * @param anchor how annotations name it, for instance {@code dct 2024-06-19}
 * @param moment the time of that day in UTC, or null where only the day is known
 */
public record DocumentTime(LocalDate date, String anchor, @Nullable LocalDateTime moment) {

  /** A day that names itself. */
  public static DocumentTime of(LocalDate date) {
    return new DocumentTime(date, "dct " + date, null);
  }

  /** How many days lie between the two, whichever is the earlier. */
  public static long daysBetween(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }
}
