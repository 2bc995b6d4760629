package org.copytaster.tagging.timex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretch of time that a TIMEX3 value covers, half-open, in ISO 8601. Days and longer are
 * dates, parts of a day are instants in UTC: a text says "morning" in a time zone that nobody told
 * us.
 *
 * @param grain how fine the value is: minute, hour, part of day, day, week, month and so on
 */
public record Interval(String from, String to, String grain) {

  private static final Pattern VALUE =
      Pattern.compile(
          "(?<century>\\d\\d)|(?<decade>\\d{3})X?|(?<year>\\d{4})"
              + "|(?<qyear>\\d{4})-Q(?<quarter>[1-4])|(?<hyear>\\d{4})-H(?<half>[12])"
              + "|(?<syear>\\d{4})-(?<season>SP|SU|FA|WI)"
              + "|(?<wyear>\\d{4})-W(?<week>\\d\\d)(?<weekend>-WE)?"
              + "|(?<myear>\\d{4})-(?<month>\\d\\d)"
              + "|(?<date>\\d{4}-\\d\\d-\\d\\d)(?:T(?:(?<part>MO|MI|AF|EV|NI|DT)"
              + "|(?<hour>\\d\\d)(?::(?<minute>\\d\\d))?(?::\\d\\d)?Z?))?");

  /** The interval of a value; empty for durations, sets and vague references. */
  static Optional<Interval> of(String value) {
    var matcher = VALUE.matcher(value);
    try {
      return matcher.matches() ? Optional.of(read(matcher)) : Optional.empty();
    } catch (DateTimeException outsideTheCalendar) {
      return Optional.empty();
    }
  }

  /** The same stretch of clocks that are ahead of UTC by an offset. */
  Interval inUtc(ZoneOffset offset) {
    return new Interval(inUtc(from, offset), inUtc(to, offset), grain);
  }

  private static String inUtc(String instant, ZoneOffset offset) {
    return instant(
        OffsetDateTime.parse(instant).toLocalDateTime().minusSeconds(offset.getTotalSeconds()));
  }

  private static Interval read(Matcher value) {
    if (value.group("date") != null) {
      return ofDay(value, LocalDate.parse(value.group("date")));
    }
    if (value.group("century") != null) {
      return years(100 * number(value, "century"), 100, "century");
    }
    if (value.group("decade") != null) {
      return years(10 * number(value, "decade"), 10, "decade");
    }
    if (value.group("year") != null) {
      return years(number(value, "year"), 1, "year");
    }
    if (value.group("wyear") != null) {
      return ofWeek(value);
    }
    return ofMonths(value);
  }

  private static Interval ofMonths(Matcher value) {
    if (value.group("quarter") != null) {
      return months(number(value, "qyear"), 3 * number(value, "quarter") - 2, 3, "quarter");
    }
    if (value.group("half") != null) {
      return months(number(value, "hyear"), 6 * number(value, "half") - 5, 6, "half-year");
    }
    if (value.group("season") != null) {
      int first =
          switch (value.group("season")) {
            case "SP" -> 3;
            case "SU" -> 6;
            case "FA" -> 9;
            default -> 12;
          };
      return months(number(value, "syear"), first, 3, "season");
    }
    return months(number(value, "myear"), number(value, "month"), 1, "month");
  }

  private static Interval ofWeek(Matcher value) {
    var monday =
        LocalDate.of(number(value, "wyear"), 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(value, "week"))
            .with(WeekFields.ISO.dayOfWeek(), 1);
    return value.group("weekend") == null
        ? days(monday, monday.plusDays(7), "week")
        : days(monday.plusDays(5), monday.plusDays(7), "weekend");
  }

  private static Interval ofDay(Matcher value, LocalDate date) {
    if (value.group("hour") != null) {
      boolean toTheMinute = value.group("minute") != null;
      int minute = toTheMinute ? number(value, "minute") : 0;
      int hour = number(value, "hour");
      var from = date.plusDays(hour / 24).atTime(hour % 24, minute);
      return toTheMinute
          ? instants(from, from.plusMinutes(1), "minute")
          : instants(from, from.plusHours(1), "hour");
    }
    if (value.group("part") == null) {
      return days(date, date.plusDays(1), "day");
    }
    return switch (value.group("part")) {
      case "MO" -> part(date, 6, 6);
      case "MI" -> part(date, 11, 2);
      case "AF" -> part(date, 12, 6);
      case "EV" -> part(date, 18, 6);
      case "NI" -> part(date, 20, 8);
      default -> part(date, 6, 12);
    };
  }

  private static Interval part(LocalDate date, int hour, int hours) {
    var from = date.atTime(hour, 0);
    return instants(from, from.plusHours(hours), "part of day");
  }

  private static Interval years(int year, int years, String grain) {
    var from = LocalDate.of(year, 1, 1);
    return days(from, from.plusYears(years), grain);
  }

  private static Interval months(int year, int month, int months, String grain) {
    var from = LocalDate.of(year, month, 1);
    return days(from, from.plusMonths(months), grain);
  }

  private static Interval days(LocalDate from, LocalDate to, String grain) {
    return new Interval(from.toString(), to.toString(), grain);
  }

  private static Interval instants(LocalDateTime from, LocalDateTime to, String grain) {
    return new Interval(instant(from), instant(to), grain);
  }

  private static String instant(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES) + ":00Z";
  }

  private static int number(Matcher value, String group) {
    return Integer.parseInt(value.group(group));
  }
}
