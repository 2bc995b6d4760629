package org.copytaster.tagging.timex.moment;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of one moment as they are read, and what they come to. */
final class MomentParts {

  private static final int HOURS = 24;
  private static final int HALF = 12;

  /** Longer ago, a day without a year may be that of another year: it is not read. */
  private static final int STALE_DAYS = 30;

  /** A day without a month is of this one or one of the next: each day of a month comes in two. */
  private static final int MONTHS_AHEAD = 2;

  /** A bare hour of the first after midnight is that of the night to come. */
  private static final LocalTime NIGHT = LocalTime.of(1, 0);

  private @Nullable LocalDate date;
  private int month;
  private int dayOfMonth;
  private @Nullable DayOfWeek weekday;
  private @Nullable Integer days;
  private int hour = -1;
  private int minute;
  private int half = -1;
  private boolean ofTwelve;
  private int clocks;
  private final List<ZoneId> zones = new ArrayList<>();

  boolean hasClock() {
    return hour >= 0;
  }

  boolean hasDay() {
    return date != null || dayOfMonth > 0 || weekday != null || days != null;
  }

  /** Whether all that was read is a weekday: a number behind it is the day of the month. */
  boolean isWeekdayAlone() {
    return weekday != null && date == null && dayOfMonth == 0 && days == null && !hasClock();
  }

  /** Whether there is a clock, and no day for it yet. */
  boolean lacksDay() {
    return hasClock() && !hasDay();
  }

  boolean hasDate() {
    return date != null || month > 0;
  }

  boolean lacksYear() {
    return date == null && month > 0;
  }

  void date(int year, int inMonth, int day) {
    date = LocalDate.of(year, inMonth, day);
  }

  void monthDay(int inMonth, int day) {
    month = inMonth;
    dayOfMonth = day;
  }

  void year(int year) {
    date(year, month, dayOfMonth);
  }

  void dayOfMonth(int day) {
    dayOfMonth = day;
  }

  void weekday(int number) {
    weekday = weekday == null ? DayOfWeek.of(number) : weekday;
  }

  void days(int ahead) {
    days = days == null ? ahead : days;
  }

  /** Hours added to one below twelve: 12 in the evening, 0 in the morning. */
  void half(int hours) {
    half = half < 0 ? hours : half;
  }

  /** The clock; only the first counts, others tell the same in other zones. */
  void clock(int hours, int minutes, boolean amPm) {
    if (hours > HOURS || minutes > 59 || (hours == HOURS && minutes > 0)) {
      throw new DateTimeException("no clock shows it");
    }
    clocks++;
    if (clocks == 1) {
      hour = hours;
      minute = minutes;
      ofTwelve = amPm;
    }
  }

  /** A zone; one behind another clock is that clock's, where the first has its own. */
  void zone(ZoneId zone) {
    if (clocks < 2 || zones.isEmpty()) {
      zones.add(zone);
    }
  }

  /** The moment; nothing where the parts name none. */
  Optional<Instant> from(Reception reception) {
    var at = reception.at();
    if ((!hasClock() && !hasDay()) || (at == null && date == null)) {
      return Optional.empty();
    }
    if (zones.isEmpty() && reception.zone() != null) {
      zones.add(reception.zone());
    }
    return zones.stream()
        .map(zone -> in(zone, at == null ? Instant.EPOCH : at))
        .max(Instant::compareTo);
  }

  private Instant in(ZoneId zone, Instant received) {
    var now = received.atZone(regional(zone, received));
    var time = time();
    boolean midnightAfter = hour() == HOURS;
    var day = day(now, time, midnightAfter);
    return day.plusDays(midnightAfter ? 1 : 0)
        .atTime(time)
        .atZone(zone)
        .withLaterOffsetAtOverlap()
        .toInstant();
  }

  private static ZoneId regional(ZoneId zone, Instant received) {
    return zone instanceof ZoneOffset ? zone : zone.getRules().getOffset(received);
  }

  private int hour() {
    if (!hasClock()) {
      return 0;
    }
    if (half >= 0 && (ofTwelve || half > 0) && hour <= HALF) {
      return hour % HALF + half;
    }
    return hour;
  }

  private LocalTime time() {
    return LocalTime.of(hour() % HOURS, minute);
  }

  private LocalDate day(ZonedDateTime now, LocalTime time, boolean midnightAfter) {
    var today = now.toLocalDate();
    boolean over = !midnightAfter && hasClock() && !now.toLocalTime().isBefore(time);
    if (date != null || month > 0) {
      var named = date == null ? nearest(today) : date;
      return weekday == null ? named : named.with(TemporalAdjusters.nextOrSame(weekday));
    }
    if (dayOfMonth > 0) {
      return ofMonth(today);
    }
    if (days != null) {
      return today.plusDays(days);
    }
    if (weekday != null) {
      var next = today.with(TemporalAdjusters.nextOrSame(weekday));
      boolean past = next.equals(today) && (over || !hasClock());
      return past ? next.plusWeeks(1) : next;
    }
    return over && time.isBefore(NIGHT) ? today.plusDays(1) : today;
  }

  private LocalDate nearest(LocalDate today) {
    LocalDate nearest = null;
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      var candidate = LocalDate.of(year, month, 1).plusDays(dayOfMonth - 1L);
      if (nearest == null || distance(candidate, today) < distance(nearest, today)) {
        nearest = candidate;
      }
    }
    if (nearest == null || nearest.isBefore(today.minusDays(STALE_DAYS))) {
      throw new DateTimeException("nobody sends a day without a year so long after it");
    }
    return nearest;
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }

  private LocalDate ofMonth(LocalDate today) {
    for (int months = 0; months <= MONTHS_AHEAD; months++) {
      var first = today.withDayOfMonth(1).plusMonths(months);
      var there = first.plusDays(dayOfMonth - 1L);
      boolean fits = weekday == null || weekday == there.getDayOfWeek();
      if (fits && dayOfMonth <= first.lengthOfMonth() && !there.isBefore(today)) {
        return there;
      }
    }
    throw new DateTimeException("no month soon has this day of the week on this day");
  }
}
