package org.copytaster.tagging.timex.creation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.Normalization;
import org.copytaster.tagging.timex.TimexTagger;
import org.copytaster.tagging.timex.creation.CreationLines.Line;

/** Finds full dates, with a year, in lines and in addresses. */
final class CreationDates {

  /**
   * A date in a line.
   *
   * @param again whether "updated" and not "published" stands in front
   * @param doubtful whether its numbers can be read in more than one way
   */
  record FoundDate(Line line, LocalDate day, boolean again, boolean doubtful) {}

  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:T.*)?");
  private static final int LONGEST_URL = 1_000;
  private static final int MONTHS = 12;
  private static final int CENTURY = 2000;

  private final CreationWording wording;
  private final TimexTagger tagger;
  private final List<Pattern> addresses;
  private final Pattern numbers;

  CreationDates(CreationWording wording, TimexTagger tagger) {
    this.wording = wording;
    this.tagger = tagger;
    this.addresses = wording.patterns("url");
    this.numbers = wording.patterns("numbers").get(0);
  }

  /** The dates of the lines, in order. */
  List<FoundDate> in(Text text, List<Line> lines) {
    var found = new ArrayList<FoundDate>();
    if (lines.isEmpty()) {
      return found;
    }
    var spans = lines.stream().map(line -> new ZonedSpan(line.span(), Zone.BODY)).toList();
    var written = tagger.tag(new Text(text.characters(), spans), null);
    int next = 0;
    for (var line : lines) {
      var surface = line.span().surface(text.characters());
      inNumbers(line, surface, found::add);
      while (next < written.size() && written.get(next).place().begin() < line.span().end()) {
        var timex = written.get(next);
        var before = surface.substring(0, timex.place().begin() - line.span().begin());
        if (!numbers.matcher(timex.surface()).find()) {
          full(timex.normalization())
              .ifPresent(day -> found.add(new FoundDate(line, day, wording.again(before), false)));
        }
        next++;
      }
    }
    return found;
  }

  /** The date in an address, if one stands there. */
  Optional<LocalDate> inUrl(String url) {
    var path = url.substring(0, Math.min(LONGEST_URL, url.length())).split("[?#]", 2)[0];
    for (var address : addresses) {
      var matcher = address.matcher(path);
      while (matcher.find()) {
        var day = day(matcher, CreationWording.month(matcher), number(matcher, "day"));
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  /** Without a time to reckon from, only what names its year has a day. */
  private static Optional<LocalDate> full(Normalization reading) {
    var value = reading.value();
    if (value == null || reading.qualifiers().mod() != null || reading.anchor() != null) {
      return Optional.empty();
    }
    var matcher = DAY.matcher(value);
    return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
  }

  /**
   * Above twelve it is the day; otherwise the first is taken as the month, with a doubt. A year of
   * two digits is as doubtful.
   */
  private void inNumbers(Line line, String surface, Consumer<FoundDate> found) {
    var matcher = numbers.matcher(surface);
    while (matcher.find()) {
      int first = number(matcher, "first");
      int second = number(matcher, "second");
      boolean dayFirst = first > MONTHS;
      boolean shortYear = matcher.group("year").length() == 2;
      boolean doubtful = shortYear || (!dayFirst && second <= MONTHS && first != second);
      boolean again = wording.again(surface.substring(0, matcher.start()));
      (dayFirst ? day(matcher, second, first) : day(matcher, first, second))
          .ifPresent(day -> found.accept(new FoundDate(line, day, again, doubtful)));
    }
  }

  private static Optional<LocalDate> day(Matcher matcher, int month, int day) {
    try {
      int year = number(matcher, "year");
      return Optional.of(LocalDate.of(year < 100 ? CENTURY + year : year, month, day));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, String group) {
    return CreationWording.number(matcher, group);
  }
}
