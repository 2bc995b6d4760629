package org.copytaster.formats.copy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as wire formats write them: ISO 8601 extended (ninjs, NewsML-G2), basic (NewsML
 * 1.2, NITF), both with a blank for the T and an offset with or without its colon, and RFC 5322
 * (mail, RSS) with its obsolete names of zones, also in other languages.
 */
public final class WireTime {

  private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Pattern BASIC_DAY = Pattern.compile("^(\\d{4})(\\d\\d)(\\d\\d)(?!\\d)");
  private static final Pattern BASIC_LONG =
      Pattern.compile("^(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)");
  private static final Pattern BASIC_TIME =
      Pattern.compile("T(\\d\\d)(\\d\\d)(\\d\\d)?(?=$|[.,Z+-])");
  private static final Pattern BLANK = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d) +(?=\\d\\d:)");
  private static final Pattern BLANK_ZONE = Pattern.compile("(?<=\\d) +(?=[+-]\\d\\d)");

  /** RFC 5322 allows what it calls a comment, which is the name of the zone once more. */
  private static final Pattern COMMENT = Pattern.compile(" *\\(.*\\)$");

  private static final Pattern UTC = Pattern.compile("(?<=\\d) *(?:z|UTC|GMT)$");
  private static final Pattern OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)?$");

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .appendPattern("HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** Seconds or milliseconds since 1970. */
  private static final Pattern SINCE_1970 = Pattern.compile("1\\d{9}(?:\\d{3})?");

  private WireTime() {}

  /**
   * The moment that {@code text} names.
   *
   * @param zone where the text names none; a day without a time is its first moment there
   * @return nothing if it names none from 1800 to 2199
   */
  public static Optional<Instant> parse(String text, ZoneId zone) {
    return read(text, zone).map(WireMoment::instant);
  }

  /**
   * The moment that {@code text} names, and whether its zone had to be assumed.
   *
   * @param zone where the text names none; a day without a time is its first moment there
   * @return nothing if it names none from 1800 to 2199
   */
  public static Optional<WireMoment> read(String text, ZoneId zone) {
    var plain = text.strip();
    if (plain.isEmpty() || plain.length() > 60) {
      return Optional.empty();
    }
    if (SINCE_1970.matcher(plain).matches()) {
      long number = Long.parseLong(plain);
      var instant =
          plain.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return Optional.of(new WireMoment(instant, null));
    }
    Optional<WireMoment> read = iso(plain, zone);
    if (read.isEmpty()) {
      read = SpokenTime.read(COMMENT.matcher(plain).replaceFirst(""), zone);
    }
    return read.filter(moment -> plausible(moment.instant()));
  }

  /** The number of a month's name or of its beginning, or of its figures; 0 if it is none. */
  public static int month(String name) {
    return Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : MonthNames.number(name);
  }

  /** Whether it is from 1800 to 2199. */
  static boolean plausible(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
  }

  private static Optional<WireMoment> iso(String text, ZoneId zone) {
    var extended = BASIC_LONG.matcher(text).replaceFirst("$1-$2-$3T$4:$5:$6");
    extended = BASIC_DAY.matcher(extended).replaceFirst("$1-$2-$3");
    extended = BLANK.matcher(extended).replaceFirst("$1T");
    extended = BLANK_ZONE.matcher(extended).replaceFirst("");
    extended = UTC.matcher(extended).replaceFirst("Z");
    extended =
        BASIC_TIME
            .matcher(extended)
            .replaceFirst(m -> "T" + m.group(1) + ":" + m.group(2) + seconds(m.group(3)));
    if (extended.indexOf('T') > 0) {
      extended =
          OFFSET
              .matcher(extended)
              .replaceFirst(m -> m.group(1) + ":" + (m.group(2) == null ? "00" : m.group(2)));
    }
    try {
      if (extended.length() == 10) {
        return Optional.of(WireMoment.assumed(LocalDate.parse(extended).atStartOfDay(), zone));
      }
      var read = ISO.parseBest(extended, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          read instanceof OffsetDateTime moment
              ? new WireMoment(moment.toInstant(), null)
              : WireMoment.assumed(LocalDateTime.from(read), zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String seconds(@Nullable String seconds) {
    return seconds == null ? "" : ":" + seconds;
  }
}
