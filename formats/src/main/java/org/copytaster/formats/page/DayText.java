package org.copytaster.formats.page;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day as pages write it: ISO 8601 in all its damage, HTTP dates, "June 19, 2024", "19. Juni
 * 2024", "19/06/2024". The names of months are those of the JDK's CLDR tables for the languages of
 * Europe. What can be read in two ways is not read.
 */
final class DayText {

  /** The Web has no pages from before; earlier dates are placeholders. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2100;

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "da", "sv", "nb", "fi", "pl", "cs", "sk", "hu",
          "ro", "hr", "sl", "et", "lv", "lt", "bg", "el", "ru", "uk", "tr", "ca", "is", "id");

  private static final Pattern ISO =
      Pattern.compile(
          "(?<![\\d-])(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)"
              + "(?:[T ]\\s?(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?"
              + "\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?");

  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})([01]\\d)([0-3]\\d)(?!\\d)");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?!\\d)");

  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\d/.])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?!\\d)");

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}{3,12})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})(?!\\d)");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?[\\s-]{1,3}(?:de |of )?(\\p{L}{3,12})\\.?,?"
              + "[\\s-]{1,3}(?:de )?(\\d{4})(?!\\d)");

  private final Map<String, Integer> months = new HashMap<>();

  DayText() {
    for (var language : LANGUAGES) {
      var symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
      add(symbols.getMonths(), language);
      add(symbols.getShortMonths(), language);
    }
    months.put("sept", 9);
  }

  private void add(String[] names, String language) {
    for (int month = 0; month < 12; month++) {
      var name = names[month].toLowerCase(Locale.forLanguageTag(language)).replace(".", "");
      if (name.length() >= 3) {
        months.putIfAbsent(name, month + 1);
      }
    }
  }

  /** A day, or a moment, and where in the text it stands: half-open UTF-16 offsets. */
  record FoundDay(String value, int begin, int end) {

    LocalDate day() {
      return LocalDate.parse(value.substring(0, "2024-06-19".length()));
    }
  }

  /** The first day in the text. */
  Optional<FoundDay> first(String text) {
    Optional<FoundDay> best = Optional.empty();
    for (var pattern : List.of(ISO, MONTH_FIRST, DAY_FIRST, YEAR_FIRST, FIGURES, COMPACT)) {
      var matcher = pattern.matcher(text);
      while (matcher.find()) {
        var found = read(pattern, matcher);
        if (found.isPresent()) {
          if (best.isEmpty() || found.get().begin() < best.get().begin()) {
            best = found;
          }
          break;
        }
      }
    }
    return best;
  }

  private Optional<FoundDay> read(Pattern pattern, Matcher m) {
    if (pattern == ISO) {
      return moment(m);
    } else if (pattern == COMPACT || pattern == YEAR_FIRST) {
      return day(m, m.group(1), Integer.parseInt(m.group(2)), m.group(3));
    } else if (pattern == FIGURES) {
      return figures(m);
    }
    boolean monthFirst = pattern == MONTH_FIRST;
    var name = m.group(monthFirst ? 1 : 2).toLowerCase(Locale.ROOT);
    int month = months.getOrDefault(name, 0);
    return month == 0 ? Optional.empty() : day(m, m.group(3), month, m.group(monthFirst ? 2 : 1));
  }

  /** With points the day stands first; with strokes only a number over twelve tells. */
  private static Optional<FoundDay> figures(MatchResult m) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    boolean point = m.group(2).equals(".");
    if (point || first > 12 || first == second) {
      return day(m, m.group(4), second, m.group(1));
    }
    return second > 12 ? day(m, m.group(4), first, m.group(3)) : Optional.empty();
  }

  private static Optional<FoundDay> day(MatchResult m, String year, int month, String day) {
    try {
      var date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
      boolean possible = date.getYear() >= FIRST_YEAR && date.getYear() < LAST_YEAR;
      return possible
          ? Optional.of(new FoundDay(date.toString(), m.start(), m.end()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<FoundDay> moment(MatchResult m) {
    var date = day(m, m.group(1), Integer.parseInt(m.group(2)), m.group(3));
    if (date.isEmpty() || m.group(7) == null) {
      return date;
    }
    try {
      int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
      boolean named = Character.isLetter(m.group(7).charAt(0));
      var offset = named ? ZoneOffset.UTC : ZoneOffset.of(m.group(7));
      var time =
          OffsetDateTime.of(
              date.get().day(),
              LocalTime.of(Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)), second),
              offset);
      return Optional.of(new FoundDay(time.toString(), m.start(), m.end()));
    } catch (DateTimeException e) {
      return date;
    }
  }
}
