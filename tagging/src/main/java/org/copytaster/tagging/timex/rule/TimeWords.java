package org.copytaster.tagging.timex.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copytaster.tagging.text.Table;

/** Words of time by kind, with what each stands for: months, weekdays, units, numbers. */
public final class TimeWords {

  private static final int LONGEST_ABBREVIATION = 4;
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

  private final Map<String, Map<String, String>> byKind;

  private TimeWords(Map<String, Map<String, String>> byKind) {
    this.byKind = byKind;
  }

  /** The words of this version. */
  public static TimeWords read() {
    var byKind = new HashMap<String, Map<String, String>>();
    for (var row : Table.read(TimeWords.class, "words.tsv").rows()) {
      byKind
          .computeIfAbsent(row.get(0), kind -> new LinkedHashMap<>())
          .put(row.get(1).toLowerCase(Locale.ROOT), row.get(2));
    }
    return new TimeWords(byKind);
  }

  Iterable<String> kinds() {
    return byKind.keySet();
  }

  /** The words of this kind in small letters, each with what it stands for. */
  public Map<String, String> words(String kind) {
    return Map.copyOf(byKind.getOrDefault(kind, Map.of()));
  }

  /** What a word of this kind stands for, or nothing if it is none. */
  public Optional<String> meaning(String kind, String word) {
    var key = BLANKS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(key));
  }

  /** A pattern for any word of this kind; of two that match, the longer. */
  String pattern(String kind) {
    var words = byKind.getOrDefault(kind, Map.of()).keySet();
    return switch (kind) {
      case "month", "weekday" -> exactly(words.stream().flatMap(TimeWords::proper));
      case "tz" -> zones(words);
      default -> "(?:" + Alternation.of(words) + ")";
    };
  }

  /** Months and weekdays have a capital; without one, "may" and "sat" are other words. */
  private static Stream<String> proper(String word) {
    return Stream.of(
        word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
        word.toUpperCase(Locale.ROOT));
  }

  /** Abbreviated time zones have their capitals; in small letters they are other words. */
  private static String zones(Set<String> words) {
    var abbreviated =
        words.stream()
            .filter(word -> word.length() <= LONGEST_ABBREVIATION)
            .map(word -> word.toUpperCase(Locale.ROOT));
    var named = words.stream().filter(word -> word.length() > LONGEST_ABBREVIATION).toList();
    return "(?:" + exactly(abbreviated) + "|" + Alternation.of(named) + ")";
  }

  private static String exactly(Stream<String> words) {
    return "(?-i:" + Alternation.of(words.toList()) + ")";
  }
}
