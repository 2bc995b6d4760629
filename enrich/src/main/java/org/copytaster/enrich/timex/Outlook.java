package org.copytaster.enrich.timex;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.enrich.text.Table;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a sentence looks ahead or back where an expression stands, from the nearest word of
 * tense in front of it. Nothing there means back: news tells what has happened.
 */
final class Outlook {

  private static final int REACH = 80;
  private static final int BEHIND = 24;
  private static final int NEAR = 25;
  private static final int PREPOSITION = 4;
  private static final Set<String> SAYING =
      Set.of("said", "says", "told", "since", "last", "has", "have");

  private final Pattern cues;
  private final Pattern near;
  private final Pattern undone;
  private final Pattern eve;

  Outlook() {
    var rows = Table.read(Outlook.class, "outlook.tsv").rows();
    var patterns =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(0),
                    Collectors.mapping(row -> row.get(1), Collectors.joining("|"))));
    near =
        TimexRule.compiled(
            "\\b(?:" + patterns.get("near") + ")(?: (?:the|about|around|early|late))? $");
    cues =
        TimexRule.compiled(
            "(?<over>\\b(?:"
                + patterns.get("over")
                + ")\\b)|(?<ahead>\\b(?:"
                + patterns.get("ahead")
                + ")\\b)|\\b(?:"
                + patterns.get("back")
                + ")\\b");
    eve = TimexRule.compiled("\\b(?:" + patterns.get("eve") + ") $");
    undone = TimexRule.compiled(" (?:" + patterns.get("undone") + ")\\b");
  }

  /** What stands in front of a place and behind it, to be looked at when somebody asks. */
  View at(String characters, int paragraphBegin, Finder.Found found) {
    return new View(this, characters, paragraphBegin, found);
  }

  /**
   * Where a sentence looks.
   *
   * @param cue the word that says so, or null
   * @param beside whether that word and the expression have nothing but a preposition between them
   */
  record Direction(boolean ahead, @Nullable String cue, boolean beside) {

    /** Whether it stands beside a verb in the past tense that is not one of saying. */
    boolean surelyBack() {
      return !ahead && beside && cue != null && !SAYING.contains(cue);
    }

    /** The direction in words. */
    String words() {
      return (ahead ? "ahead" : "back")
          + (cue == null ? ", as news does" : ", as \"" + cue + "\" says");
    }
  }

  /** The words around an expression. Most expressions do not depend on them. */
  record View(Outlook outlook, String characters, int paragraphBegin, Finder.Found found) {

    Direction direction() {
      return outlook.direction(this);
    }

    /** Whether nothing but "to" or a dash lies between a place and this one. */
    boolean closesRange(int end) {
      return end > paragraphBegin
          && end < found.begin()
          && Ranges.isJoint(characters.substring(end, Math.min(found.begin(), end + NEAR)));
    }

    /** Whether only few words of the same sentence lie between a place and this one. */
    boolean follows(int end) {
      int begin = found.begin();
      return end > paragraphBegin
          && begin - end <= NEAR
          && characters.substring(end, begin).chars().noneMatch(c -> ".!?;".indexOf(c) >= 0);
    }

    /** Whether "'s" follows: what belongs to a day has mostly happened. */
    boolean possessive() {
      int end = found.end();
      return characters.startsWith("'s ", end) || characters.startsWith("’s ", end);
    }
  }

  private Direction direction(View view) {
    int begin = view.found().begin();
    var characters = view.characters();
    int from = sentenceBegin(characters, Math.max(view.paragraphBegin(), begin - REACH), begin);
    if (view.possessive()) {
      var front = eve.matcher(characters).region(from, begin);
      return front.find()
          ? new Direction(true, front.group().strip(), true)
          : new Direction(false, "'s", false);
    }
    var last = last(characters, from, begin);
    var close = near.matcher(characters).region(from, begin);
    boolean over = last != null && last.over();
    if (!over && close.find()) {
      return new Direction(true, close.group().strip(), true);
    }
    if (last == null) {
      return behind(view);
    }
    boolean beside = begin - last.end() <= PREPOSITION;
    return last.ahead() && undone(view)
        ? new Direction(false, "was", false)
        : new Direction(last.ahead(), last.word(), beside);
  }

  /** The first word of tense behind an expression that opens its sentence. */
  private Direction behind(View view) {
    var characters = view.characters();
    int begin = view.found().end();
    int end = Math.min(view.found().paragraph().end(), begin + REACH);
    for (int i = begin; i < end - 1; i++) {
      if (characters.charAt(i) == ';'
          || (characters.charAt(i) == '.' && characters.charAt(i + 1) == ' ')) {
        end = i;
      }
    }
    var matcher = cues.matcher(characters).region(begin, end);
    return matcher.find()
        ? new Direction(matcher.group("ahead") != null, matcher.group(), false)
        : new Direction(false, null, false);
  }

  /** The last word of tense before a place, and whether it says that what was ahead is over. */
  private record Cue(String word, int end, boolean ahead, boolean over) {}

  private @Nullable Cue last(String characters, int from, int begin) {
    var matcher = cues.matcher(characters).region(from, begin);
    Cue last = null;
    while (matcher.find()) {
      last =
          new Cue(
              matcher.group().toLowerCase(Locale.ROOT),
              matcher.end(),
              matcher.group("ahead") != null,
              matcher.group("over") != null);
    }
    return last;
  }

  /** "The service planned for Saturday was canceled": what was planned is over. */
  private boolean undone(View view) {
    int end = view.found().end();
    return undone
        .matcher(view.characters())
        .region(end, Math.min(view.found().paragraph().end(), end + BEHIND))
        .lookingAt();
  }

  private static int sentenceBegin(String characters, int from, int begin) {
    for (int i = begin - 2; i > from + 2; i--) {
      char mark = characters.charAt(i);
      boolean stop = mark == '.' || mark == '!' || mark == '?';
      if (stop
          && Character.isWhitespace(characters.charAt(i + 1))
          && Character.isLowerCase(characters.charAt(i - 1))
          && Character.isLowerCase(characters.charAt(i - 2))) {
        return i + 1;
      }
    }
    return from;
  }
}
