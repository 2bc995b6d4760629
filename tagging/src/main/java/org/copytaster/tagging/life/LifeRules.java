package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.copytaster.tagging.text.FoldedText;
import org.copytaster.tagging.text.Table;

/** The rules of {@code life-rules.tsv} in each of their languages. */
final class LifeRules {

  private static final String ALL = "*";

  /** A label may name the copy that it is about: "Korrektur zu OTS 0088:". */
  private static final String ABOUT =
      "(?: (?:to|of|zu|zur|zum|à|au|aux|de|du|a|al|alla|della|van|bij|op|til|till|av|af|к|ao|da|do)"
          + "\\b(?=[^:\\n]{0,60}(?:\\d|meldung|mitteilung|stor(?:y|ies)|release|arti[ck][el]l|dépêche"
          + "|noti[cz]ia|nota|lancio|bericht|matéria|telegram|saken|сообщени))[^:\\n]{1,60}?(?=:))?";

  private static final Pattern NAME = Pattern.compile("\\{([a-z]\\w*)}");

  private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
  private final List<LifeRule> rules = new ArrayList<>();

  private LifeRules() {}

  /**
   * The rules that come with Copytaster.
   *
   * @throws IllegalStateException naming the table and the row that is none
   */
  static LifeRules read() {
    var read = new LifeRules();
    for (var row : Table.read(LifeRules.class, "life-words.tsv").rows()) {
      check(row, 3, "life-words.tsv");
      read.words.computeIfAbsent(row.get(0), l -> new HashMap<>()).put(row.get(1), row.get(2));
    }
    for (var row : Table.read(LifeRules.class, "life-rules.tsv").rows()) {
      check(row, 5, "life-rules.tsv");
      read.add(row);
    }
    return read;
  }

  List<LifeRule> all() {
    return rules;
  }

  /** Any language's word of this name. */
  Pattern any(String name) {
    return compiled(joined(name));
  }

  /** The plain words without which no sentence outside of notes says anything; folded. */
  Set<String> cues() {
    var cues = new HashSet<String>();
    for (var of : words.values()) {
      for (var cue : of.getOrDefault("cue", "").split(" ", -1)) {
        cues.add(FoldedText.of(cue).characters());
      }
    }
    cues.remove("");
    return cues;
  }

  private String joined(String name) {
    var any = new ArrayList<String>();
    for (var of : words.values()) {
      var word = of.get(name);
      if (word != null) {
        any.add(word);
      }
    }
    return "(?:" + String.join("|", any) + ")";
  }

  private static void check(List<String> row, int columns, String table) {
    if (row.size() != columns) {
      throw new IllegalStateException(table + " has a row of " + row.size() + " columns: " + row);
    }
  }

  private void add(List<String> row) {
    var act = Act.valueOf(row.get(1));
    var where = Where.valueOf(row.get(2).toUpperCase(Locale.ROOT).replace('-', '_'));
    boolean named = NAME.matcher(row.get(4)).find();
    try {
      for (var language : languages(row.get(3), named)) {
        var name = row.get(0) + (language.equals(ALL) ? "" : "." + language);
        var filled = filled(row.get(4), language);
        var pattern = where.isLabel() ? "(?:" + filled + ")" + ABOUT + Findings.BEHIND_ANY : filled;
        rules.add(new LifeRule(name, act, where, compiled(pattern)));
      }
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException("life-rules.tsv has no pattern in the row " + row, e);
    }
  }

  private List<String> languages(String given, boolean named) {
    if (!given.equals(ALL)) {
      return named ? List.of(given.split(",", -1)) : List.of(given.replace(',', '-'));
    }
    return named ? words.keySet().stream().filter(l -> !l.equals(ALL)).toList() : List.of(ALL);
  }

  private String filled(String pattern, String language) {
    var of = words.getOrDefault(language, Map.of());
    var all = words.getOrDefault(ALL, Map.of());
    return NAME.matcher(pattern)
        .replaceAll(
            found -> {
              var word = of.getOrDefault(found.group(1), all.get(found.group(1)));
              if (word == null) {
                throw new IllegalStateException(
                    "life-words.tsv has no " + found.group(1) + " in " + language);
              }
              return Matcher.quoteReplacement("(?:" + word + ")");
            });
  }

  private static Pattern compiled(String written) {
    return Pattern.compile(FoldedText.pattern(written), Pattern.UNICODE_CHARACTER_CLASS);
  }
}
