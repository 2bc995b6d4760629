package org.copytaster.enrich.timex;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.enrich.text.Table;

/** Words of time by kind, with what each stands for: months, weekdays, units, numbers. */
final class Words {

  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

  private final Map<String, Map<String, String>> byKind;

  private Words(Map<String, Map<String, String>> byKind) {
    this.byKind = byKind;
  }

  static Words read() {
    var byKind = new HashMap<String, Map<String, String>>();
    for (var row : Table.read(Words.class, "words.tsv").rows()) {
      byKind
          .computeIfAbsent(row.get(0), kind -> new LinkedHashMap<>())
          .put(row.get(1).toLowerCase(Locale.ROOT), row.get(2));
    }
    return new Words(byKind);
  }

  Iterable<String> kinds() {
    return byKind.keySet();
  }

  /** What a word of this kind stands for, or nothing if it is none. */
  Optional<String> meaning(String kind, String word) {
    var key = BLANKS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(key));
  }

  /** A pattern for any word of this kind, the longest first. */
  String pattern(String kind) {
    return byKind.getOrDefault(kind, Map.of()).keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .map(word -> pattern(kind, word))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Months and weekdays have a capital; without one, "may" and "sat" are other words. */
  private static String proper(String word) {
    var capitalised = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return "(?-i:" + quote(capitalised) + "|" + quote(word.toUpperCase(Locale.ROOT)) + ")";
  }

  private static String pattern(String kind, String word) {
    return switch (kind) {
      case "month", "weekday" -> proper(word);
      case "tz" -> word.length() < 5 ? "(?-i:" + word.toUpperCase(Locale.ROOT) + ")" : quote(word);
      default -> quote(word);
    };
  }

  private static String quote(String word) {
    return Pattern.quote(word).replace(" ", "\\E \\Q").replace("\\Q\\E", "");
  }
}
