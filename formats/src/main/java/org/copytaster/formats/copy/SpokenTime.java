package org.copytaster.formats.copy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points in time with a month in words or a day in figures: RFC 822 and 5322 with years of two
 * figures, the same in other languages, asctime, and what newsroom systems write instead. Weekdays
 * are not looked at, since sources get them wrong. What can be read in two ways is not read.
 */
final class SpokenTime {

  private static final String WEEKDAY = "(?:\\p{L}{2,13}\\.?,? +)?";
  private static final String CLOCK =
      "(?:(?:,? +(?:at +|um +|\u00E0 +|- +)?|T)(?<hour>\\d{1,2})[:.h](?<minute>\\d\\d)"
          + "(?:[:.](?<second>\\d\\d)(?:[.,]\\d{1,9})?)?(?: ?(?<half>[ap])\\.?m\\.?)?(?: Uhr)?)?";
  private static final String ZONE =
      "(?: *(?<zone>[A-Za-z][\\w/+:-]{0,30}|[+\\-\u2212]\\d[\\d:]{0,6}))?";

  /** In the order in which they are tried; all have the groups day, month and year. */
  private static final List<Pattern> FORMS =
      List.of(
          form(
              "(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?[ -]+(?:de +)?(?<month>\\p{L}{3,12})\\.?,?"
                  + "[ -]+(?:de +)?(?<year>\\d{2,4})"),
          form("(?<month>\\p{L}{3,12})\\.? +(?<day>\\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\\d{4})"),
          Pattern.compile(
              WEEKDAY
                  + "(?<month>\\p{L}{3,12})\\.? +(?<day>\\d{1,2}) +(?<hour>\\d\\d):(?<minute>\\d\\d)"
                  + "(?::(?<second>\\d\\d))?(?: +(?<zone>[A-Z]{1,5}|[+-]\\d{4}))? +(?<year>\\d{4})"
                  + "(?<half>(?!))?"),
          form("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})"),
          form("(?<day>1[3-9]|2\\d|3[01])/(?<month>\\d{1,2})/(?<year>\\d{4})"),
          form("(?<month>\\d{1,2})/(?<day>1[3-9]|2\\d|3[01])/(?<year>\\d{4})"),
          form("(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})"));

  private SpokenTime() {}

  /** The moment, or nothing if {@code text} names none in one way only. */
  static Optional<WireMoment> read(String text, ZoneId source) {
    for (var form : FORMS) {
      var found = form.matcher(text);
      if (found.matches()) {
        return moment(found, source);
      }
    }
    return Optional.empty();
  }

  private static Pattern form(String day) {
    return Pattern.compile(WEEKDAY + day + CLOCK + ZONE);
  }

  private static Optional<WireMoment> moment(Matcher found, ZoneId source) {
    try {
      var day =
          LocalDate.of(
              year(found.group("year")),
              WireTime.month(found.group("month")),
              Integer.parseInt(found.group("day")));
      var local = LocalDateTime.of(day, clock(found));
      var zone = found.group("zone");
      return zone == null
          ? Optional.of(WireMoment.assumed(local, source))
          : ZoneNames.moment(local, zone, source);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime clock(Matcher found) {
    if (found.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(found.group("hour"));
    var half = found.group("half");
    if (half != null && (hour > 12 || hour == 0)) {
      throw new DateTimeException("no hour of half a day");
    }
    int past = half != null && half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0;
    int second = number(found.group("second"));
    return LocalTime.of(
        half == null ? hour : hour % 12 + past,
        Integer.parseInt(found.group("minute")),
        Math.min(second, 59)); // a leap second
  }

  private static int number(@Nullable String figures) {
    return figures == null ? 0 : Integer.parseInt(figures);
  }

  /** RFC 5322, section 4.3: two figures are 1950 to 2049, three count from 1900. */
  private static int year(String figures) {
    int year = Integer.parseInt(figures);
    return switch (figures.length()) {
      case 2 -> year < 50 ? 2000 + year : 1900 + year;
      case 3 -> 1900 + year;
      default -> year;
    };
  }
}
