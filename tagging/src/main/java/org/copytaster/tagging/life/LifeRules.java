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
import org.jspecify.annotations.Nullable;

/** The rules of {@code life-rules.tsv} in each of their languages. */
final class LifeRules {

  private static final String ALL = "*";

  /** The words of all languages at once. */
  private static final String ANY = "any";

  /** A label may name the copy that it is about: "Korrektur zu OTS 0088:". */
  private static final String ABOUT =
      "(?: (?:to|of|zu|zur|zum|à|au|aux|de|du|a|al|alla|della|van|bij|op|til|till|av|af|к|ao|da|do)"
          + "\\b(?=[^:\\n]{0,60}(?:\\d|meldung|mitteilung|stor(?:y|ies)|release|arti[ck][el]l|dépêche"
          + "|noti[cz]ia|nota|lancio|bericht|matéria|telegram|saken|сообщени))[^:\\n]{1,60}?(?=:))?";

  /** What the pattern of a rule begins with that names words in any order. */
  private static final String SLOTS = "& ";

  /** Words that make a label one. */
  private static final Pattern MARKED = Pattern.compile("\\{(mark|heldmark|test)}");

  private static final Pattern NAME = Pattern.compile("\\{([a-z]\\w*)}");

  private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
  private final Map<String, Pattern> slots = new HashMap<>();
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

  /** How the words begin that make a label one. */
  Stems stems() {
    var stems = new Stems();
    for (var of : words.values()) {
      for (var name : List.of("mark", "heldmark", "test")) {
        if (of.containsKey(name)) {
          stems.add(of.getOrDefault(name, ""));
        }
      }
    }
    return stems;
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
    if (row.get(4).startsWith(SLOTS)) {
      slots(row, act, where);
      return;
    }
    boolean named = NAME.matcher(row.get(4)).find();
    try {
      for (var language : languages(row.get(3), named)) {
        var name = row.get(0) + (language.equals(ALL) ? "" : "." + language);
        var filled = filled(row.get(4), language);
        var pattern = where.isLabel() ? "(?:" + filled + ")" + ABOUT + Findings.BEHIND_ANY : filled;
        var marked = MARKED.matcher(row.get(4)).find();
        rules.add(new LifeRule(name, act, where, compiled(pattern), marked, List.of()));
      }
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException("life-rules.tsv has no pattern in the row " + row, e);
    }
  }

  /** A rule of words in any order, in each of the languages that have a word for all of them. */
  private void slots(List<String> row, Act act, Where where) {
    var names = List.of(row.get(4).substring(SLOTS.length()).split(" ", -1));
    for (var language : languages(row.get(3), true)) {
      var slots = new ArrayList<LifeRule.Slot>();
      for (var name : names) {
        boolean absent = name.startsWith("-");
        var pattern = slot(absent ? name.substring(1) : name, language);
        if (pattern != null) {
          slots.add(new LifeRule.Slot(pattern, absent));
        } else if (!absent) {
          slots.clear();
          break;
        }
      }
      if (!slots.isEmpty()) {
        var first = slots.get(0).words();
        rules.add(new LifeRule(row.get(0) + "." + language, act, where, first, false, slots));
      }
    }
  }

  /** The words of a slot, the same object for the same language; null if it has none. */
  private @Nullable Pattern slot(String name, String language) {
    var known = words.values().stream().anyMatch(of -> of.containsKey(name));
    if (!known) {
      throw new IllegalStateException("life-words.tsv has no " + name);
    }
    var of = words.getOrDefault(language, Map.of());
    var word =
        language.equals(ANY)
            ? joined(name)
            : of.getOrDefault(name, words.getOrDefault(ALL, Map.of()).get(name));
    return word == null
        ? null
        : slots.computeIfAbsent(
            language + " " + name, key -> compiled("(?:" + filled(word, language) + ")"));
  }

  private List<String> languages(String given, boolean named) {
    if (given.equals(ANY)) {
      return List.of(ANY);
    }
    if (!given.equals(ALL)) {
      return named ? List.of(given.split(",", -1)) : List.of(given.replace(',', '-'));
    }
    return named ? words.keySet().stream().filter(l -> !l.equals(ALL)).toList() : List.of(ALL);
  }

  private String filled(String pattern, String language) {
    if (language.equals(ANY)) {
      return NAME.matcher(pattern)
          .replaceAll(found -> Matcher.quoteReplacement(joined(found.group(1))));
    }
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
              return Matcher.quoteReplacement("(?:" + filled(word, language) + ")");
            });
  }

  private static Pattern compiled(String written) {
    return Pattern.compile(FoldedText.pattern(written), Pattern.UNICODE_CHARACTER_CLASS);
  }
}
