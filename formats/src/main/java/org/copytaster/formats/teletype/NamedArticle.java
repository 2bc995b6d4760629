package org.copytaster.formats.teletype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.WireTime;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;

/**
 * Another story that copy names in its text: one that it kills, or whose place it takes. Its
 * keyword or its day may be others than the copy's own, and so would be its guid.
 *
 * @param slug its keyword line
 * @param day on which it was sent, if the copy says so
 */
record NamedArticle(String slug, Optional<LocalDate> day) {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final List<Pattern> NAMES = patterns("kill-words.tsv", "name", ANY_CASE);

  /** A month with its day before or behind it, or two figures as in a header or in German. */
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:(?<month>\\p{L}{3,9})\\.? (?<day>\\d{1,2})|(?<first>\\d{1,2})\\.?"
              + " (?<name>\\p{L}{3,9})"
              + "|(?<figure>\\d{1,2})-(?<other>\\d{1,2})|(?<before>\\d{1,2})\\."
              + " ?(?<behind>\\d{1,2})(?=\\.))\\b");

  /** What ends a keyword line that no stop ends: where, when and how the story was sent. */
  private static final Pattern SENT =
      patterns("kill-words.tsv", "end", Pattern.CASE_INSENSITIVE).get(0);

  private static final int BEHIND = 80;
  private static final int LOOKED_AT = 20_000;

  /**
   * The readings of a draft: itself and, if it is a kill that names a story of another guid, the
   * same kill of that story too. Its own stays, lest a name read wrongly let a story live.
   *
   * @param text all that the copy says; asked for only if it is a kill
   * @param near a day near to that of the story
   * @param guid of the story that is named
   */
  static List<Reading> readings(
      Draft draft, Supplier<String> text, LocalDate near, Function<NamedArticle, String> guid) {
    var reading = draft.reading();
    var readings = new ArrayList<Reading>(List.of(reading));
    if (draft.article().getPubStatus() == PubStatus.CANCELED) {
      named(text.get(), near)
          .map(guid)
          .filter(other -> !other.equals(draft.article().getGuid()))
          .ifPresent(
              other ->
                  readings.add(
                      new Reading.Text(
                          Article.newBuilder(draft.article()).setGuid(other), reading.numbered())));
    }
    return readings;
  }

  /** The first story that {@code text} names as killed. */
  static Optional<NamedArticle> named(String text, LocalDate near) {
    var looked = text.substring(0, Math.min(text.length(), LOOKED_AT));
    for (var pattern : NAMES) {
      var found = pattern.matcher(looked);
      var story = found.find() ? named(found, looked, near) : Optional.<NamedArticle>empty();
      if (story.isPresent()) {
        return story;
      }
    }
    return Optional.empty();
  }

  /** All stories that {@code text} names in words of this kind, each once. */
  static Set<NamedArticle> all(List<Pattern> kind, String text, LocalDate near) {
    var stories = new LinkedHashSet<NamedArticle>();
    for (var pattern : kind) {
      var found = pattern.matcher(text);
      while (found.find()) {
        named(found, text, near).ifPresent(stories::add);
      }
    }
    return stories;
  }

  private static Optional<NamedArticle> named(Matcher found, String text, LocalDate near) {
    var slug = SENT.matcher(found.group("slug")).replaceFirst("").strip();
    int begin = found.start("slug") + slug.length();
    var behind = text.substring(begin, Math.min(text.length(), begin + BEHIND));
    return slug.isEmpty()
        ? Optional.empty()
        : Optional.of(new NamedArticle(slug, day(behind.split("\\n\\s*\\n", 2)[0], near)));
  }

  private static Optional<LocalDate> day(String said, LocalDate near) {
    var found = DAY.matcher(said);
    int from = 0;
    while (found.find(from)) {
      var day = day(found, near);
      if (day.isPresent()) {
        return day;
      }
      from = found.start() + 1; // "vom 21" is no month and its day, but has a day
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher found, LocalDate near) {
    if (found.group("month") != null) {
      return EndLine.day(
          WireTime.month(found.group("month")), Integer.parseInt(found.group("day")), near);
    }
    if (found.group("name") != null) {
      return EndLine.day(
          WireTime.month(found.group("name")), Integer.parseInt(found.group("first")), near);
    }
    if (found.group("before") != null) {
      int behind = Integer.parseInt(found.group("behind"));
      return EndLine.day(behind, Integer.parseInt(found.group("before")), near);
    }
    int month = Integer.parseInt(found.group("figure"));
    return EndLine.day(month, Integer.parseInt(found.group("other")), near);
  }

  /** The patterns of words of a kind. */
  static List<Pattern> patterns(String table, String kind) {
    return patterns(table, kind, ANY_CASE);
  }

  private static List<Pattern> patterns(String table, String what, int flags) {
    return WordTable.of(table).stream()
        .filter(line -> line[0].equals(what))
        .map(line -> Pattern.compile(line[1], flags))
        .toList();
  }
}
