package org.copytaster.formats.teletype;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.WireMoment;
import org.copytaster.formats.copy.WireTime;
import org.copytaster.formats.copy.ZoneNames;
import org.jspecify.annotations.Nullable;

/** The line with date and time at the end of copy, as each agency writes it. */
final class EndLine {

  /** A zone, {@code -} for the source's, and a pattern. */
  private record Manner(String zone, Pattern pattern) {}

  private static final List<Manner> MANNERS =
      WordTable.of("end-lines.tsv").stream()
          .map(line -> new Manner(line[0], Pattern.compile(line[1])))
          .toList();

  /** Figures, then a zone's name: of what stands there, months are no zones. */
  private static final Pattern NAMED = Pattern.compile("\\d{4} ?([A-Z]{3,4})(?= |<|=|$)");

  private EndLine() {}

  /** The moment that {@code line} names, if it is such a line as a whole. */
  static Optional<Instant> time(String line, Circumstances circumstances) {
    return moment(line, circumstances).map(WireMoment::instant);
  }

  private static Optional<WireMoment> moment(String line, Circumstances circumstances) {
    var plain = line.strip();
    if (plain.length() > 60) {
      return Optional.empty();
    }
    for (var manner : MANNERS) {
      var found = manner.pattern().matcher(plain.replaceAll("[<=]+$", ""));
      if (found.matches()) {
        return moment(found, manner, circumstances);
      }
    }
    return Optional.empty();
  }

  /** The moment that {@code line} names; a zone that nobody knows is flagged as a repair. */
  static Optional<Instant> time(String line, Draft draft) {
    var moment = moment(line, draft.circumstances());
    moment.map(WireMoment::assumed).ifPresent(assumed -> draft.repair(WireMoment.repair(assumed)));
    var names = NAMED.matcher(line.strip());
    if (moment.isPresent() && names.find() && !ZoneNames.known(names.group(1))) {
      draft.extra("zone", names.group(1));
      draft.repair("versionCreated:unknown-zone");
    }
    return moment.map(WireMoment::instant);
  }

  /** The day of a year that is nearest to {@code received}; nothing if there is no such day. */
  static Optional<LocalDate> day(int month, int day, LocalDate received) {
    if (month < 1 || month > 12 || day < 1 || day > Month.of(month).maxLength()) {
      return Optional.empty();
    }
    LocalDate nearest = null;
    for (int year = received.getYear() - 1; year <= received.getYear() + 1; year++) {
      if (MonthDay.of(month, day).isValidYear(year)) {
        var each = LocalDate.of(year, month, day);
        if (nearest == null || distance(each, received) < distance(nearest, received)) {
          nearest = each;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Days between the two. */
  static long distance(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay());
  }

  private static Optional<WireMoment> moment(Matcher found, Manner manner, Circumstances around) {
    int month = WireTime.month(found.group("month"));
    int day = Integer.parseInt(found.group("day"));
    var year = found.group("year");
    try {
      var date =
          year == null
              ? day(month, day, around.receivedAt().atZone(around.zone()).toLocalDate())
              : Optional.of(LocalDate.of(year(year), month, day));
      int hour = Integer.parseInt(found.group("hour"));
      int minute = Integer.parseInt(found.group("minute"));
      var named = manner.pattern().pattern().contains("<zone>") ? found.group("zone") : null;
      return date.map(d -> LocalDateTime.of(d, LocalTime.of(hour, minute)))
          .filter(local -> local.getYear() >= 1800 && local.getYear() < 2200)
          .map(local -> moment(local, named, manner, around));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int year(String year) {
    int number = Integer.parseInt(year);
    return number >= 100 ? number : number < 70 ? 2000 + number : 1900 + number;
  }

  private static WireMoment moment(
      LocalDateTime local, @Nullable String named, Manner manner, Circumstances around) {
    var known =
        named == null
            ? Optional.<WireMoment>empty()
            : ZoneNames.moment(local, named, around.zone());
    if (known.isPresent()) {
      return known.get();
    }
    return manner.zone().equals("-")
        ? WireMoment.assumed(local, around.zone())
        : new WireMoment(local.atZone(ZoneId.of(manner.zone())).toInstant(), null);
  }
}
