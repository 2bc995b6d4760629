package org.copytaster.tagging.timex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.tagging.text.AnyCase;
import org.copytaster.tagging.text.Openings;
import org.copytaster.tagging.text.Table;
import org.copytaster.tagging.timex.rule.RuleFinder;
import org.copytaster.tagging.timex.rule.TimexRule;
import org.copytaster.tagging.timex.rule.ZoneWords;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a sentence looks ahead or back where an expression stands, from the nearest word of
 * tense in front of it. Nothing there means back: news tells what has happened.
 */
final class TenseReader {

  private static final int REACH = 80;
  private static final int CLOSE = 40;
  private static final int BEHIND = 24;
  private static final int PREPOSITION = 6;
  private static final Set<String> SAYING =
      Set.of("said", "says", "told", "since", "last", "has", "have");

  private final List<Tense> tenses = new ArrayList<>();
  private final ZoneWords places = ZoneWords.read();
  private final Pattern results;
  private final Openings openings;
  private final Pattern near;
  private final Pattern undone;
  private final Pattern eve;

  TenseReader() {
    var rows = Table.read(TenseReader.class, "tenses.tsv").rows();
    for (var row : rows) {
      if (Set.of("over", "ahead", "back").contains(row.get(0))) {
        tenses.add(new Tense(row.get(0), TimexRule.RuleWording.of(row.get(1))));
      }
    }
    openings = new Openings(tenses.stream().map(each -> each.wording().pattern()).toList());
    near =
        AnyCase.compiled(
            "\\b(?:" + joined(rows, "near") + ")(?: (?:the|about|around|early|late))? $");
    eve = AnyCase.compiled("\\b(?:" + joined(rows, "eve") + ") $");
    undone = AnyCase.compiled(" (?:" + joined(rows, "undone") + ")\\b");
    results = AnyCase.compiled("\\b(?:" + joined(rows, "result") + ")\\b");
  }

  private static String joined(List<List<String>> rows, String kind) {
    return rows.stream()
        .filter(row -> row.get(0).equals(kind))
        .map(row -> row.get(1))
        .collect(Collectors.joining("|"));
  }

  /** What stands in front of a place and behind it, to be looked at when somebody asks. */
  SurroundingWords at(String characters, RuleFinder.RuleMatch found) {
    return new SurroundingWords(this, characters, found);
  }

  /** A row of {@code tenses.tsv}: words and which way they look. */
  private record Tense(String kind, TimexRule.RuleWording wording) {}

  /**
   * Where a sentence looks.
   *
   * @param cue the word that says so, or null
   * @param beside whether that word and the expression have nothing but a preposition between them
   */
  record Direction(boolean ahead, @Nullable String cue, boolean beside) {

    /** Whether it stands beside a verb in the past tense that is not one of saying. */
    boolean surelyBack() {
      return !ahead && beside && !saying();
    }

    /** Whether it was said, and nothing more is known. */
    boolean saying() {
      return cue == null || SAYING.contains(cue);
    }

    /** The direction in words. */
    String words() {
      return (ahead ? "ahead" : "back")
          + (cue == null ? ", as news does" : ", as \"" + cue + "\" says");
    }
  }

  /** Which way the words around an expression look. */
  Direction direction(SurroundingWords around) {
    int begin = around.begin();
    var characters = around.characters();
    int from = sentenceBegin(characters, Math.max(around.paragraphBegin(), begin - REACH), begin);
    int beside = Math.max(from, begin - CLOSE);
    if (around.possessive()) {
      var front = eve.matcher(characters).region(beside, begin);
      return front.find()
          ? new Direction(true, front.group().strip(), true)
          : new Direction(false, "'s", false);
    }
    var last = cue(characters, from, begin, true);
    boolean over = last != null && last.is("over");
    var close = near.matcher(characters).region(beside, begin);
    if (!over && close.find()) {
      return new Direction(true, close.group().strip(), true);
    }
    if (last == null) {
      return behind(around);
    }
    return last.is("ahead") && undone(around)
        ? new Direction(false, "was", false)
        : new Direction(last.is("ahead"), last.word(), begin - last.end() <= PREPOSITION);
  }

  /** Where abbreviated zones mean something else. */
  ZoneWords places() {
    return places;
  }

  /** Whether what a company reports when a period is over stands close by, in the same sentence. */
  boolean results(SurroundingWords around) {
    var characters = around.characters();
    int from = Math.max(around.paragraphBegin(), around.begin() - CLOSE);
    int begin = sentenceBegin(characters, from, around.begin());
    int end = Math.min(around.paragraphEnd(), around.end() + CLOSE);
    return results.matcher(characters).region(begin, around.begin()).find()
        || results.matcher(characters).region(around.end(), sentenceEnd(around, end)).find();
  }

  /** The first word of tense behind an expression. */
  Direction behind(SurroundingWords around) {
    var characters = around.characters();
    int begin = around.end();
    int end = sentenceEnd(around, Math.min(around.paragraphEnd(), begin + REACH));
    var first = cue(characters, begin, end, false);
    return first == null
        ? new Direction(false, null, false)
        : new Direction(first.is("ahead"), first.word(), false);
  }

  /** A word of tense and what it says. */
  private record Cue(String word, int end, Tense tense) {

    boolean is(String kind) {
      return tense.kind().equals(kind);
    }
  }

  /** The last word of tense between two places, or the first. */
  private @Nullable Cue cue(String characters, int from, int end, boolean last) {
    Cue found = null;
    int at = from;
    while (at < end && (last || found == null)) {
      var here = starts(characters, from, at) ? cueAt(characters, at, end) : null;
      found = here == null ? found : here;
      at = here == null ? at + 1 : here.end();
    }
    return found;
  }

  private @Nullable Cue cueAt(String characters, int at, int end) {
    for (int number : openings.at(characters, at, end)) {
      var tense = tenses.get(number);
      var matcher = tense.wording().pattern().matcher(characters).region(at, end);
      if (matcher.useTransparentBounds(true).lookingAt()) {
        var word = matcher.group().toLowerCase(Locale.ROOT);
        return new Cue(word, matcher.end(), tense);
      }
    }
    return null;
  }

  private static boolean starts(String characters, int from, int at) {
    char c = characters.charAt(at);
    boolean apostrophe = c == '\'' || c == '’';
    boolean inside = at > from && Character.isLetterOrDigit(characters.charAt(at - 1));
    return apostrophe || (Character.isLetter(c) && !inside);
  }

  /** "The service planned for Saturday was canceled": what was planned is over. */
  private boolean undone(SurroundingWords around) {
    int end = around.end();
    return undone
        .matcher(around.characters())
        .region(end, Math.min(around.paragraphEnd(), end + BEHIND))
        .lookingAt();
  }

  private static int sentenceEnd(SurroundingWords around, int furthest) {
    var characters = around.characters();
    for (int i = around.end(); i < furthest - 1; i++) {
      boolean stop = characters.charAt(i) == '.' && characters.charAt(i + 1) == ' ';
      if (stop || characters.charAt(i) == ';') {
        return i;
      }
    }
    return furthest;
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
