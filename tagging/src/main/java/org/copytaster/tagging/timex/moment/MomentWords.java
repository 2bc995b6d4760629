package org.copytaster.tagging.timex.moment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.FoldedText;
import org.copytaster.tagging.text.Table;
import org.copytaster.tagging.timex.rule.TimeWords;

/** The words of moments by kind: those of the engine, which are English, and the table's. */
final class MomentWords {

  /** Kinds of the table, and the kind of the engine's words that goes into each. */
  private static final Map<String, String> ENGINE =
      Map.of("month", "month", "weekday", "weekday", "zone", "tz", "hour", "hourword");

  private static final Set<String> KINDS =
      Set.of(
          "month",
          "weekday",
          "day",
          "half",
          "noon",
          "before",
          "after",
          "about",
          "onday",
          "daylabel",
          "hourlabel",
          "filler",
          "zone",
          "season",
          "hour");

  /** A word and what it stands for. */
  private record Word(Pattern pattern, String meaning) {}

  private final Map<String, List<Word>> words = new HashMap<>();
  private final Map<String, String> alternatives = new HashMap<>();

  private MomentWords() {}

  static MomentWords read() {
    var read = new LinkedHashMap<String, Map<String, String>>();
    KINDS.forEach(kind -> read.put(kind, new LinkedHashMap<>()));
    var engine = TimeWords.read();
    ENGINE.forEach(
        (kind, of) ->
            engine
                .words(of)
                .forEach((word, meaning) -> put(read, kind, Pattern.quote(word), meaning)));
    for (var row : Table.read(MomentWords.class, "moment-words.tsv").rows()) {
      if (row.size() != 4 || !KINDS.contains(row.get(0))) {
        throw new IllegalStateException("moment-words.tsv has a row that is none: " + row);
      }
      for (var word : row.get(3).split("\\|(?![^(]*\\))", -1)) {
        put(read, row.get(0), FoldedText.pattern(word), row.get(2));
      }
    }
    var made = new MomentWords();
    read.forEach(made::add);
    return made;
  }

  private static void put(
      Map<String, Map<String, String>> read, String kind, String word, String meaning) {
    var of = read.get(kind);
    if (of != null && !meaning.isEmpty()) {
      of.put(word, meaning);
    }
  }

  private void add(String kind, Map<String, String> of) {
    var longestFirst = new ArrayList<>(of.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    alternatives.put(kind, "(?:" + String.join("|", longestFirst) + ")");
    var all = new ArrayList<Word>();
    longestFirst.forEach(word -> all.add(new Word(compiled(word), String.valueOf(of.get(word)))));
    words.put(kind, all);
  }

  /** Any word of this kind, as a part of a pattern. */
  String any(String kind) {
    return alternatives.getOrDefault(kind, "(?!)");
  }

  /** What a word of this kind stands for, if it is one. */
  Optional<String> meaning(String kind, String word) {
    for (var each : words.getOrDefault(kind, List.of())) {
      if (each.pattern().matcher(word).matches()) {
        return Optional.of(each.meaning());
      }
    }
    return Optional.empty();
  }

  static Pattern compiled(String pattern) {
    return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
  }
}
