package org.copytaster.console.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers as they are spelled, by language. */
final class NumberWords {

  private static final String RESOURCE = "number-words.tsv";

  private final Map<String, Map<String, BigDecimal>> numbers = new HashMap<>();
  private final Map<String, Map<String, BigDecimal>> scales = new HashMap<>();

  private NumberWords() {}

  static NumberWords read() {
    var words = new NumberWords();
    try (var in = NumberWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(words::line);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
    return words;
  }

  private void line(String line) {
    var cells = line.split("\t", -1);
    var table = cells[1].equals("scale") ? scales : numbers;
    for (var entry : cells[2].split(" ", -1)) {
      int equals = entry.indexOf('=');
      table
          .computeIfAbsent(cells[0], language -> new HashMap<>())
          .put(entry.substring(0, equals), new BigDecimal(entry.substring(equals + 1)));
    }
  }

  /** The value of a word, or null; {@code language} is BCP 47. */
  @Nullable BigDecimal number(String language, String word) {
    return of(numbers, language, word);
  }

  /** What a word behind a number multiplies it by, or null. */
  @Nullable BigDecimal scale(String language, String word) {
    return of(scales, language, word);
  }

  private static @Nullable BigDecimal of(
      Map<String, Map<String, BigDecimal>> table, String language, String word) {
    var tongue = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return table
        .getOrDefault(tongue.isEmpty() ? "en" : tongue, Map.of())
        .get(word.toLowerCase(Locale.ROOT));
  }
}
