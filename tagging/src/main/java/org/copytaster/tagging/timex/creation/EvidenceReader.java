package org.copytaster.tagging.timex.creation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;

/** Finds what a text says of the day on which it was written; one for all texts. */
final class EvidenceReader {

  /** How much of the body is read, in UTF-16 units. */
  private static final int REACH = 6_000;

  /** How far from a weekday its tense is looked for. */
  private static final int TENSE_REACH = 200;

  private static final int LONGEST_DATELINE = 160;
  private static final Pattern SENTENCE = Pattern.compile("(?<=\\p{Ll}{2}[.!?]|[.!?]['\"”’)])\\s+");

  private final Pattern weekday;
  private final Pattern past;
  private final Pattern ahead;
  private final List<Pattern> yearless;

  EvidenceReader(CreationWording wording) {
    weekday = wording.patterns("weekday").get(0);
    past = wording.word("past");
    ahead = wording.word("ahead");
    yearless = wording.patterns("yearless");
  }

  CreationEvidence of(Text text) {
    return new CreationEvidence(leadWeekday(text).orElse(null), datelineDay(text).orElse(null));
  }

  private Optional<DayOfWeek> leadWeekday(Text text) {
    int left = REACH;
    for (var paragraph : text.paragraphs()) {
      if (paragraph.zone() != Zone.BODY || left <= 0) {
        continue;
      }
      int end = Math.min(paragraph.end(), paragraph.begin() + left);
      left -= end - paragraph.begin();
      var prose = text.characters().substring(paragraph.begin(), end);
      for (var sentence : SENTENCE.split(prose, -1)) {
        var found = toldOf(sentence);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<DayOfWeek> toldOf(String sentence) {
    var days = weekday.matcher(sentence);
    while (days.find()) {
      if (isPast(sentence, days.start(), days.end())) {
        return Optional.of(DayOfWeek.valueOf(days.group("weekday").toUpperCase(Locale.ROOT)));
      }
    }
    return Optional.empty();
  }

  /** The nearest word of tense in front tells, else the first one behind. */
  private boolean isPast(String sentence, int begin, int end) {
    int from = Math.max(0, begin - TENSE_REACH);
    int lastPast = last(past.matcher(sentence).region(from, begin));
    int lastAhead = last(ahead.matcher(sentence).region(from, begin));
    if (lastPast >= 0 || lastAhead >= 0) {
      return lastPast > lastAhead;
    }
    int to = Math.min(sentence.length(), end + TENSE_REACH);
    int nextPast = first(past.matcher(sentence).region(end, to));
    int nextAhead = first(ahead.matcher(sentence).region(end, to));
    return nextPast < nextAhead;
  }

  private static int last(Matcher matcher) {
    int last = -1;
    while (matcher.find()) {
      last = matcher.end();
    }
    return last;
  }

  private static int first(Matcher matcher) {
    return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
  }

  private Optional<MonthDay> datelineDay(Text text) {
    for (var zone : text.zones()) {
      if (zone.zone() == Zone.BODY) {
        return Optional.empty();
      }
      if (zone.zone() == Zone.DATELINE) {
        var day = yearlessDay(zone, text.characters());
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<MonthDay> yearlessDay(ZonedSpan zone, String characters) {
    var line =
        characters.substring(zone.begin(), Math.min(zone.end(), zone.begin() + LONGEST_DATELINE));
    for (var pattern : yearless) {
      var matcher = pattern.matcher(line);
      if (matcher.find()) {
        try {
          return Optional.of(
              MonthDay.of(CreationWording.month(matcher), CreationWording.number(matcher, "day")));
        } catch (DateTimeException notInTheCalendar) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
