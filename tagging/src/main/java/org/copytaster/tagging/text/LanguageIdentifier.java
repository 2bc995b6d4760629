package org.copytaster.tagging.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says in which language a text is, by the letters that follow one another in it. Words with a
 * capital are mostly names, which are of no language, so they count only where there is little else
 * and that little is not English.
 *
 * <p>A short text, a headline or a table of results hardly tells. In doubt between English and
 * another language it is English, with the low confidence that it has; in doubt among others it is
 * none.
 */
public final class LanguageIdentifier {

  /** What is written in {@code EnrichedArticle.engines}. */
  public static final String ENGINE = "letters/2";

  /** How much of a text is looked at, in letters. */
  private static final int MOST_LETTERS = 4_000;

  /** From this many letters in words without a capital on, the others are not looked at. */
  private static final int ENOUGH_LETTERS = 40;

  /** Letters depend on one another: the logarithms are divided by this before they are compared. */
  private static final double DEPENDENCE = 3;

  /** A language other than English is said from this confidence on, */
  private static final double SURE = 0.9;

  /** and from this on where it is not English for certain, for instance Bosnian or Croatian. */
  private static final double LIKELY = 0.4;

  /** How much less likely English may make a letter of a text that is in doubt. */
  private static final double DOUBT = 0.5;

  /** So many rows below one another are a table, */
  private static final int ROWS = 3;

  /** and a row has at most so many words for each of its figures. */
  private static final int WORDS_A_FIGURE = 4;

  /** Letters behind these are of other scripts than Latin, which say more than names do. */
  private static final char LAST_LATIN = '\u024f';

  private static final String ENGLISH = "en";

  private final LanguageModel model;
  private final int english;

  private LanguageIdentifier(LanguageModel model) {
    this.model = model;
    this.english = model.languages().indexOf(ENGLISH);
  }

  /**
   * A language and how sure it is.
   *
   * @param tag BCP 47
   * @param confidence from 0 to 1
   */
  public record IdentifiedLanguage(String tag, double confidence) {}

  /** Reads the model, which is then safe to share. */
  public static LanguageIdentifier read() {
    return new LanguageIdentifier(LanguageModel.read());
  }

  /** The languages it knows, as BCP 47 tags. */
  public List<String> languages() {
    return model.languages();
  }

  /**
   * The language of {@code characters}, or nothing where none is sure enough. Rows of tables and
   * result lists are not looked at: teams, firms and runners are of all languages. What is hardly
   * more than a table passes as English, as what is in doubt does.
   */
  public Optional<IdentifiedLanguage> of(String characters) {
    var prose = withoutRows(characters);
    if (prose.length() == characters.length()) {
      return ofProse(characters);
    }
    var scores = new double[model.languages().size()];
    if (score(prose, scores, true) >= ENOUGH_LETTERS) {
      return ofProse(prose);
    }
    int letters = score(characters, scores, false);
    return letters == 0
        ? Optional.empty()
        : Optional.of(new IdentifiedLanguage(ENGLISH, confidence(scores, english)));
  }

  /** A text without the lines, or parts of lines, that are rows of a table. */
  private static String withoutRows(String characters) {
    StringBuilder kept = null;
    int done = 0;
    int run = 0;
    int begin = 0;
    int i = 0;
    int length = characters.length();
    while (i < length) {
      int end = endOfPart(characters, i);
      boolean blank = characters.substring(i, end).isBlank();
      boolean row = !blank && isRow(characters, i, end);
      if (row) {
        begin = run == 0 ? i : begin;
        run++;
      }
      boolean over = !row && !blank;
      int next = Math.min(length, end + 1);
      if ((over || next == length) && run >= ROWS) {
        kept = kept == null ? new StringBuilder() : kept;
        kept.append(characters, done, begin);
        done = over ? i : next;
      }
      run = over ? 0 : run;
      i = next;
    }
    return kept == null ? characters : kept.append(characters, done, length).toString();
  }

  private static int endOfPart(String characters, int begin) {
    int end = begin;
    while (end < characters.length() && "\n;".indexOf(characters.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Few words, with figures between them, in Latin letters, and no end of a sentence. */
  private static boolean isRow(String characters, int begin, int end) {
    int words = 0;
    int figures = 0;
    char before = ' ';
    for (int i = begin; i < end; i++) {
      char c = characters.charAt(i);
      boolean letter = Character.isLetter(c);
      if (letter && c > LAST_LATIN) {
        return false;
      }
      words += letter && !Character.isLetter(before) ? 1 : 0;
      figures += Character.isDigit(c) && !Character.isDigit(before) ? 1 : 0;
      before = c;
    }
    var line = characters.substring(begin, end).strip();
    boolean sentence = line.endsWith(".") || line.endsWith(",") || line.endsWith("!");
    return figures > 0 && !sentence && words <= WORDS_A_FIGURE * figures;
  }

  private Optional<IdentifiedLanguage> ofProse(String characters) {
    var scores = new double[model.languages().size()];
    int letters = score(characters, scores, true);
    boolean names = letters < ENOUGH_LETTERS && (letters == 0 || best(scores) != english);
    if (names) {
      scores = new double[scores.length];
      letters = score(characters, scores, false);
    }
    return letters == 0 ? Optional.empty() : decided(scores, letters, names);
  }

  /** Names sound like a language, but do not speak it: where they are counted, doubt goes first. */
  private Optional<IdentifiedLanguage> decided(double[] scores, int letters, boolean names) {
    int best = best(scores);
    double confidence = confidence(scores, best);
    if (best == english || (confidence >= SURE && !names)) {
      return Optional.of(new IdentifiedLanguage(model.languages().get(best), confidence));
    }
    if (scores[best] - scores[english] < DOUBT * letters) {
      return Optional.of(new IdentifiedLanguage(ENGLISH, confidence(scores, english)));
    }
    return confidence < LIKELY
        ? Optional.empty()
        : Optional.of(new IdentifiedLanguage(model.languages().get(best), confidence));
  }

  /** Adds up the scores of the words; returns how many letters these have. */
  private int score(String characters, double[] scores, boolean withoutCapitals) {
    int letters = 0;
    int i = 0;
    while (i < characters.length() && letters < MOST_LETTERS) {
      int begin = i;
      while (i < characters.length() && Character.isLetter(characters.charAt(i))) {
        i++;
      }
      if (i == begin) {
        i++;
      } else if (!withoutCapitals || !Character.isUpperCase(characters.charAt(begin))) {
        var word = characters.substring(begin, i).toLowerCase(Locale.ROOT);
        model.score(word, 0, word.length(), scores);
        letters += i - begin;
      }
    }
    return letters;
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  private static double confidence(double[] scores, int of) {
    double sum = 0;
    for (var score : scores) {
      sum += Math.exp((score - scores[of]) / DEPENDENCE);
    }
    return 1 / sum;
  }
}
