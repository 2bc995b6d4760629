package org.copytaster.tagging.timex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What a clock shows, and where it hangs.
 *
 * @param time hours and minutes as TIMEX3 writes them
 * @param zone an offset such as +01:00, Z, the name of a zone whose offset depends on the day, or
 *     nothing where the text does not say
 */
record ClockTime(String time, String zone) {

  private static final String UTC = "Z";
  private static final int LAST_HOUR = 24;
  private static final int LAST_MINUTE = 59;

  /** The clock of an expression. */
  static ClockTime of(Expression expression) {
    return new ClockTime(time(expression), zone(expression));
  }

  /** Whether it shows less than another. */
  boolean isBefore(ClockTime other) {
    return time.compareTo(other.time) < 0;
  }

  private static String zone(Expression expression) {
    if (expression.has("offset")) {
      return offset(expression.word("offset"));
    }
    var zone = expression.meaning("tz").orElse("");
    return expression.has("tz")
        ? expression.around().zoneThere(expression.word("tz")).orElse(zone)
        : zone;
  }

  /** UTC+2, GMT-04:30 or +0530 as +02:00, -04:30 and +05:30. */
  private static String offset(String written) {
    var digits = written.replaceAll("\\D", "");
    var sign = written.indexOf('+') >= 0 ? "+" : "-";
    int hours =
        Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    return String.format("%s%02d:%02d", sign, hours, minutes);
  }

  /** The TIMEX3 value on a day: the time as the clock shows it, with Z for UTC. */
  String on(LocalDate day) {
    return day + "T" + time + (zone.equals(UTC) ? UTC : "");
  }

  /**
   * A reading of that value, with the interval moved from the clock's zone to UTC. TimeBank's
   * annotators wrote the time as the clock shows it and left the zone out, and so do we.
   */
  Normalization shown(Normalization reading) {
    var value = reading.value();
    if (zone.isEmpty() || zone.equals(UTC) || value == null) {
      return reading;
    }
    var day = LocalDate.parse(value.substring(0, value.indexOf('T')));
    var rules = ZoneId.of(zone).getRules();
    return reading.in(rules.getOffset(day.atTime(LocalTime.NOON)));
  }

  private static String time(Expression expression) {
    if (expression.has("moment")) {
      return expression.meaning("moment").orElse("12:00");
    }
    if (expression.has("minutes")) {
      return beside(expression);
    }
    int hour =
        expression.has("hour")
            ? expression.number("hour")
            : Integer.parseInt(expression.meaning("hourword").orElse("0"));
    hour += Integer.parseInt(expression.meaning("dayhalf").orElse("0"));
    if (expression.has("ampm")) {
      boolean afternoon = expression.word("ampm").toLowerCase(Locale.ROOT).startsWith("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = expression.has("minute") ? expression.number("minute") : 0;
    if (hour > LAST_HOUR || minute > LAST_MINUTE) {
      throw new DateTimeException("no clock shows " + hour + ":" + minute);
    }
    var seconds = expression.has("second") ? ":" + expression.word("second") : "";
    return String.format("%02d:%02d", hour, minute) + seconds;
  }

  /** Half past six, a quarter to nine. */
  private static String beside(Expression expression) {
    int hour = Integer.parseInt(expression.meaning("hourword").orElse("0"));
    int minutes = Integer.parseInt(expression.meaning("minutes").orElse("0"));
    return LocalTime.of(hour % 12, 0).plusMinutes(minutes).toString();
  }
}
