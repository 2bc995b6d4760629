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
 * (mail, RSS) with its obsolete names of zones.
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

  /** RFC 5322, section 3.3, with the weekday left out: sources get it wrong. */
  private static final DateTimeFormatter MAIL =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm[:ss] [xx][XXX][zzz]", Locale.ENGLISH);

  private static final Pattern WEEKDAY = Pattern.compile("^\\p{Alpha}{3,9}\\.?, *");

  private WireTime() {}

  /**
   * The moment that {@code text} names.
   *
   * @param zone where the text names none; a day without a time is its first moment there
   * @return nothing if it names none from 1800 to 2199
   */
  public static Optional<Instant> parse(String text, ZoneId zone) {
    var plain = text.strip();
    if (plain.isEmpty() || plain.length() > 60) {
      return Optional.empty();
    }
    Optional<Instant> read = iso(plain, zone);
    if (read.isEmpty()) {
      read = mail(plain);
    }
    return read.filter(WireTime::plausible);
  }

  /** Whether it is from 1800 to 2199. */
  static boolean plausible(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
  }

  private static Optional<Instant> iso(String text, ZoneId zone) {
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
        return Optional.of(LocalDate.parse(extended).atStartOfDay(zone).toInstant());
      }
      var read = ISO.parseBest(extended, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          read instanceof OffsetDateTime moment
              ? moment.toInstant()
              : LocalDateTime.from(read).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String seconds(@Nullable String seconds) {
    return seconds == null ? "" : ":" + seconds;
  }

  private static Optional<Instant> mail(String text) {
    var plain = WEEKDAY.matcher(text).replaceFirst("").replaceFirst(" *\\(.*\\)$", "");
    try {
      return Optional.of(MAIL.parse(plain, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
