package org.copytaster.enrich.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether a text looks English, from the share of its function words. A short text, a headline
 * or a table has few of them; it passes unless another language has more.
 */
public final class LanguageGuess {

  /** How much of a text is looked at, in UTF-16 units. */
  private static final int SAMPLE = 20_000;

  private static final int SHORT_WORDS = 60;
  private static final double LEAST_SHARE = 0.03;

  /** A table of names has hardly a function word of any language, but for those in the names. */
  private static final double MOST_OTHER_SHARE = 0.01;

  private static final double MOST_FOREIGN_LETTERS = 0.3;

  private final Map<String, String> languageOf = new HashMap<>();

  private LanguageGuess() {}

  /** Reads the function words. */
  public static LanguageGuess read() {
    var guess = new LanguageGuess();
    for (var row : Table.read(LanguageGuess.class, "function-words.tsv").rows()) {
      for (var word : row.get(1).split(" ", -1)) {
        guess.languageOf.put(word, row.get(0));
      }
    }
    return guess;
  }

  /** The BCP 47 tag {@code en}, or nothing if the text does not look English. */
  public Optional<String> of(String characters) {
    var sample = characters.substring(0, Math.min(SAMPLE, characters.length()));
    if (foreignLetters(sample) > MOST_FOREIGN_LETTERS) {
      return Optional.empty();
    }
    var counts = new HashMap<String, Integer>();
    int words = 0;
    for (var word : sample.split("[^\\p{L}]+", -1)) {
      if (!word.isEmpty()) {
        words++;
        var language = languageOf.get(word.toLowerCase(Locale.ROOT));
        boolean name = Character.isUpperCase(word.charAt(0)) && !"en".equals(language);
        if (language != null && !name) {
          counts.merge(language, 1, Integer::sum);
        }
      }
    }
    int english = counts.getOrDefault("en", 0);
    counts.remove("en");
    int other = counts.values().stream().max(Integer::compare).orElse(0);
    boolean table = other < MOST_OTHER_SHARE * words;
    boolean enough = words < SHORT_WORDS || english >= LEAST_SHARE * words || table;
    return words > 0 && english >= other && enough ? Optional.of("en") : Optional.empty();
  }

  private static double foreignLetters(String sample) {
    long letters = sample.codePoints().filter(Character::isLetter).count();
    long foreign =
        sample
            .codePoints()
            .filter(Character::isLetter)
            .filter(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN)
            .count();
    return letters == 0 ? 0 : (double) foreign / letters;
  }
}
