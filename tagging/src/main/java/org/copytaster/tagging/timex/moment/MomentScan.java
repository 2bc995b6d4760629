package org.copytaster.tagging.timex.moment;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.FoldedText;

/** One reading of the words of a moment, from left to right until a word is none of them. */
final class MomentScan {

  /** Longer names of zones are words in small letters, too. */
  private static final int LONGEST_ABBREVIATION = 5;

  private static final int LOOK_BACK = 24;

  private final MomentPatterns patterns;
  private final FoldedText text;
  private final int limit;
  private final boolean monthFirst;
  private final Matcher matcher;
  private final MomentParts parts = new MomentParts();
  private int at;
  private int begin = -1;
  private int last;
  private boolean expected;
  private boolean about;

  /**
   * A reading that has not begun.
   *
   * @param monthFirst whether the month comes first in figures with a slash
   */
  MomentScan(MomentPatterns patterns, FoldedText text, int from, int limit, boolean monthFirst) {
    this.patterns = patterns;
    this.text = text;
    this.limit = limit;
    this.monthFirst = monthFirst;
    this.matcher = patterns.gap.matcher(text.characters()).useTransparentBounds(true);
    this.at = from;
  }

  MomentParts parts() {
    return parts;
  }

  /** Whether the hour is only expected. */
  boolean expected() {
    return expected;
  }

  int begin() {
    return begin;
  }

  int last() {
    return last;
  }

  /** Reads as far as the words are those of a moment. */
  void run() {
    about = patterns.expected.matcher(before()).find();
    while (at < limit && gap() && at < limit) {
      int here = at;
      boolean part = date() || clock() || named();
      if (part) {
        begin = begin < 0 ? here : begin;
        last = at;
        expected |= about && parts.hasClock();
      } else if (is(patterns.about)) {
        about = true;
      } else if (!is(patterns.filler) && !(parts.lacksDay() && is(patterns.aside))) {
        return;
      }
    }
  }

  /** Passes what parts words; false where it ends the moment. */
  private boolean gap() {
    if (!matching(patterns.gap)) {
      return true;
    }
    var gap = text.characters().substring(at, matcher.end());
    boolean dot = gap.startsWith(". ") && !text.characters().substring(0, at).endsWith("m");
    boolean ends =
        gap.indexOf('\n') >= 0
            || gap.startsWith(": ")
            || gap.indexOf(" -") >= 0
            || (dot && parts.hasClock())
            || gap.indexOf("!") >= 0;
    if (ends && begin >= 0 && (parts.hasClock() || gap.indexOf('\n') >= 0)) {
      return passesLabel(matcher.end());
    }
    at = matcher.end();
    return true;
  }

  /**
   * Passes the label of the part that lacks, as where the day stands on a line and the hour below.
   */
  private boolean passesLabel(int next) {
    boolean day = parts.lacksDay();
    if (!day && parts.hasClock()) {
      return false;
    }
    var label = (day ? patterns.dayLabel : patterns.hourLabel).matcher(text.characters());
    boolean passes = label.region(Math.min(next, limit), limit).lookingAt();
    at = passes ? label.end() : at;
    return passes;
  }

  private String before() {
    return text.characters().substring(Math.max(0, at - LOOK_BACK), at);
  }

  private boolean date() {
    return is(patterns.iso, this::iso)
        || is(patterns.figures, this::figures)
        || (!introduced() && is(patterns.dayMonthFigures, this::dayMonthFigures))
        || is(patterns.dayMonth, m -> monthDay(m, 2, 1))
        || is(patterns.monthDay, m -> monthDay(m, 1, 2))
        || (parts.lacksYear() && is(patterns.year, m -> parts.year(number(m, 1))));
  }

  private void iso(Matcher m) {
    if (!parts.hasDay()) {
      parts.date(number(m, 1), number(m, 2), number(m, 3));
    }
    if (m.group(4) != null) {
      parts.clock(number(m, 4), number(m, 5), false);
      if (m.group(6) != null) {
        parts.zone(m.group(6).equals("z") ? ZoneOffset.UTC : ZoneOffset.of(m.group(6)));
      }
    }
  }

  private void figures(Matcher m) {
    int year = number(m, 5);
    day(number(m, 1), number(m, 4), "/".equals(m.group(2)));
    parts.year(year < 100 ? 2000 + year : year);
  }

  private void dayMonthFigures(Matcher m) {
    int first = m.group(1) == null ? 3 : 1;
    day(number(m, first), number(m, first + 1), first == 3);
  }

  /** The day first, unless the source writes otherwise or only the other order is in a calendar. */
  private void day(int first, int second, boolean slash) {
    boolean swapped = second > 12 || (slash && monthFirst && first <= 12);
    parts.monthDay(swapped ? first : second, swapped ? second : first);
  }

  private void monthDay(Matcher m, int month, int day) {
    if (!parts.hasDate()) {
      parts.monthDay(
          Integer.parseInt(patterns.words.meaning("month", word(m, month)).orElse("1")),
          number(m, day));
      if (m.group(3) != null) {
        parts.year(number(m, 3));
      }
    }
  }

  private boolean clock() {
    return is(patterns.clock, m -> twelve(m, number(m, 1), number(m, 2), 3))
        || is(patterns.hour, m -> twelve(m, number(m, 1), 0, 2))
        || is(patterns.marked, m -> parts.clock(number(m, 1), 0, false))
        || (isCompact() && is(patterns.compact, m -> twelve(m, number(m, 1), number(m, 2), 3)))
        || is(patterns.ordinal, m -> parts.dayOfMonth(number(m, 1)))
        || (introduced() && is(patterns.bare, m -> parts.clock(number(m, 1), 0, true)))
        || (introduced() && is(patterns.hourWord, this::hourWord))
        || (parts.isWeekdayAlone() && is(patterns.bare, m -> parts.dayOfMonth(number(m, 1))));
  }

  /** Four figures behind a day are a year. */
  private boolean isCompact() {
    return !(parts.lacksYear() && matching(patterns.year));
  }

  private boolean introduced() {
    return !parts.hasClock() && patterns.introduced.matcher(before()).find();
  }

  private void hourWord(Matcher m) {
    patterns.words.meaning("hour", m.group(1)).ifPresent(h -> parts.clock(hour(h), 0, true));
  }

  private static int hour(String word) {
    return Integer.parseInt(word);
  }

  private void twelve(Matcher m, int hour, int minute, int amPm) {
    var half = m.group(amPm);
    parts.clock(hour, minute, half != null);
    if (half != null) {
      parts.half(half.equals("p") ? 12 : 0);
    }
  }

  private boolean named() {
    return is(patterns.noon, this::noon)
        || day()
        || is(patterns.half, m -> half(m.group(1)))
        || is(patterns.weekday, this::weekday)
        || is(patterns.offset, this::offset)
        || isZone();
  }

  private void noon(Matcher m) {
    var clock = patterns.words.meaning("noon", m.group(1)).orElse("12:00");
    parts.clock(Integer.parseInt(clock.substring(0, 2)), 0, false);
  }

  /** Tonight is a day and a half of it. */
  private boolean day() {
    return is(
        patterns.day,
        m -> {
          parts.days(Integer.parseInt(patterns.words.meaning("day", m.group(1)).orElse("0")));
          half(m.group(1));
        });
  }

  private void weekday(Matcher m) {
    parts.weekday(Integer.parseInt(patterns.words.meaning("weekday", m.group(1)).orElse("1")));
    half(m.group(1));
  }

  private void half(String word) {
    patterns.words.meaning("half", word).ifPresent(hours -> parts.half(Integer.parseInt(hours)));
  }

  private void offset(Matcher m) {
    int minutes = number(m, 2) * 60 + (m.group(3) == null ? 0 : number(m, 3));
    parts.zone(ZoneOffset.ofTotalSeconds((m.group(1).equals("-") ? -60 : 60) * minutes));
  }

  private boolean isZone() {
    if (!matching(patterns.zone)
        || (matcher.end() - at < LONGEST_ABBREVIATION
            && !text.inCapitals(at, matcher.end())
            && text.characters().substring(at, matcher.end()).chars().allMatch(c -> c < 128))) {
      return false;
    }
    var word = matcher.group(1);
    var season = patterns.words.meaning("season", word);
    if (season.isPresent()) {
      var both = season.get().split(" ", 2);
      parts.zone(ZoneId.of(both[0]));
      parts.zone(ZoneOffset.of(both[1]));
    } else {
      parts.zone(ZoneId.of(patterns.words.meaning("zone", word).orElse("Z")));
    }
    at = matcher.end();
    return true;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static String word(Matcher m, int group) {
    return m.group(group);
  }

  private boolean is(Pattern pattern) {
    return is(pattern, m -> {});
  }

  private boolean is(Pattern pattern, Consumer<Matcher> then) {
    if (!matching(pattern)) {
      return false;
    }
    int end = matcher.end();
    then.accept(matcher);
    at = end;
    return true;
  }

  private boolean matching(Pattern pattern) {
    return matcher.usePattern(pattern).region(at, limit).lookingAt();
  }
}
