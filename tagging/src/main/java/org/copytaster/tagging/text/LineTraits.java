package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a line without its neighbours. Of a long one only the beginning and the last
 * character are looked at.
 *
 * @param words how many stand in the part that is looked at
 * @param rule the zone that its wording speaks for
 * @param dateOnly whether it says a date and nothing else
 * @param row whether it looks like a row of a table: words and figures, and no date alone
 * @param own the names of its features
 * @param names words in capitals that do not begin a sentence
 * @param content longer words in small letters
 */
record LineTraits(
    int words,
    @Nullable Zone rule,
    boolean dateOnly,
    boolean prose,
    boolean row,
    List<String> own,
    Set<String> names,
    Set<String> content) {

  /** Cues of a longer line stand in its beginning; the rest would only cost time. */
  private static final int LONGEST_CUED = 200;

  private static final int LEAST_CONTENT = 4;
  private static final int PROSE_WORDS = 12;
  private static final int LONG_PROSE_WORDS = 25;

  static LineTraits of(String line, ZoneRules rules) {
    var head = head(line);
    var words = new WordShapes();
    for (var word : head.split("\\s+", -1)) {
      words.add(word);
    }
    var rule = rules.ofLine(line).orElse(null);
    boolean dateOnly = rules.dateOnly(line);
    var own = new ArrayList<String>();
    own.add("rule=" + (rule == null ? "none" : rule.name()));
    var cues = rules.cues(head.substring(0, Math.min(LONGEST_CUED, head.length())));
    own.addAll(cues);
    own.add("tense=" + tense(cues));
    words.describe(own);
    describeEnds(line, own);
    describeCuts(line, rules, own);
    if (dateOnly) {
      own.add("date-only");
    }
    return new LineTraits(
        words.all,
        rule,
        dateOnly,
        prose(words.all, line),
        !dateOnly && words.isRow(),
        List.copyOf(own),
        Set.copyOf(words.names),
        Set.copyOf(words.content));
  }

  /** Captions say what is to be seen, articles what has happened and who said it. */
  private static String tense(List<String> cues) {
    boolean past = cues.contains("cue:past");
    if (cues.contains("cue:said")) {
      return "said";
    }
    return cues.contains("cue:scene") ? past ? "scene-past" : "scene" : past ? "past" : "none";
  }

  static String head(String line) {
    return line.substring(0, Math.min(ZoneRules.LONGEST_LINE, line.length()));
  }

  /** Whether a line of so many words looks like a paragraph of an article. */
  static boolean prose(int words, String line) {
    boolean sentence = Paragraphs.endsSentence(line.charAt(line.length() - 1));
    return words >= LONG_PROSE_WORDS || (sentence && words >= PROSE_WORDS);
  }

  private static void describeEnds(String line, List<String> own) {
    char last = line.charAt(line.length() - 1);
    char first = line.charAt(0);
    own.add("last=" + kind(last));
    own.add("first=" + kind(first));
    if (line.indexOf('“') >= 0 || line.indexOf('"') >= 0) {
      own.add("quotes");
    }
  }

  private static String kind(char character) {
    if (Character.isDigit(character)) {
      return "digit";
    }
    if (Character.isLetter(character)) {
      return Character.isUpperCase(character) ? "capital" : "letter";
    }
    if (character == '.' || character == '!') {
      return "stop";
    }
    return switch (character) {
      case '"', '”', '“', '\'', '’', '‘' -> "quote";
      case '(', '[' -> "open";
      case ')', ']' -> "closed";
      case '?', ':', ',', ';' -> String.valueOf(character);
      default -> "mark";
    };
  }

  private static void describeCuts(String line, ZoneRules rules, List<String> own) {
    if (rules.agencyDatelineEnd(line) > 0) {
      own.add("agency-dateline");
    } else if (rules.datelineEnd(line) > 0) {
      own.add("dateline-start");
    }
    if (rules.creditAtEnd(line) > 0) {
      own.add("credit-end");
    }
  }

  /** Counts words by their shape. */
  private static final class WordShapes {
    private int all;
    private int capitals;
    private int shouted;
    private int figures;
    private int small;
    private final Set<String> names = new HashSet<>();
    private final Set<String> content = new HashSet<>();

    private void add(String word) {
      if (word.isEmpty()) {
        return;
      }
      all++;
      char first = firstLetter(word);
      if (Character.isDigit(first)) {
        figures++;
      } else if (Character.isUpperCase(first)) {
        capitals++;
        shouted += word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) ? 1 : 0;
        if (all > 1) {
          names.add(stem(word));
        }
      } else if (Character.isLetter(first)) {
        small++;
        if (word.length() >= LEAST_CONTENT) {
          content.add(stem(word));
        }
      }
    }

    private static char firstLetter(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (Character.isLetterOrDigit(word.charAt(i))) {
          return word.charAt(i);
        }
      }
      return ' ';
    }

    /** The word without marks and the possessive, so that it is found again. */
    private static String stem(String word) {
      var letters = word.replaceAll("[’']s?$|[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
      return letters.length() > 5 ? letters.substring(0, 5) : letters;
    }

    private void describe(List<String> own) {
      own.add("words=" + size(all));
      own.add("capitals=" + share(capitals));
      own.add("figures=" + share(figures));
      own.add("shouted=" + share(shouted));
      if (small == 0 && all >= 2 && all <= 4 && figures == 0) {
        own.add("only-names");
      }
    }

    /** Two words or more, a fifth of them figures. */
    private boolean isRow() {
      return all > 1 && figures > 0 && 5 * figures >= all;
    }

    private String share(int part) {
      if (part == 0) {
        return "none";
      }
      int tenths = 10 * part / Math.max(1, all);
      return tenths < 2 ? "few" : tenths < 5 ? "some" : tenths < 8 ? "most" : "all";
    }
  }

  static String size(int words) {
    int[] borders = {1, 2, 5, 8, 12, 18, 28, 45};
    for (int border : borders) {
      if (words <= border) {
        return "to-" + border;
      }
    }
    return "more";
  }
}
