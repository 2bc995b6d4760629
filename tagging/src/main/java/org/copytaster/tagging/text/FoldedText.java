package org.copytaster.tagging.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A text as it is compared: in small letters, without accents and invisible characters, with one
 * kind of blank, hyphen, apostrophe and quotation mark. Each character knows where it came from.
 */
public final class FoldedText {

  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('Æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('Œ', "oe"),
          Map.entry('ø', "o"),
          Map.entry('Ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('Ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('ı', "i"),
          Map.entry('…', "..."));

  /** How a letter is written where the keyboard lacks it; in patterns both are read. */
  private static final Map<Character, String> SPELT =
      Map.of('ä', "ae?", 'ö', "oe?", 'ü', "ue?", 'å', "aa?", 'ø', "oe?", 'ß', "ss");

  private static final String QUOTES = "\"“”„‟«»‹›″";
  private static final String APOSTROPHES = "'’‘ʼ`´‚‛′";

  /** What each character of ASCII becomes, which is always one. */
  private static final char[] PLAIN = new char[128];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = of(c).charAt(0);
    }
  }

  private final String original;
  private final String folded;
  private final int[] from;

  private FoldedText(String original, String folded, int[] from) {
    this.original = original;
    this.folded = folded;
    this.from = from;
  }

  /** A text, folded; time and memory grow with its length. */
  public static FoldedText of(String original) {
    var folded = new StringBuilder(original.length() + 16);
    var from = new int[original.length() + 16];
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (c < PLAIN.length && folded.length() + 1 < from.length) {
        from[folded.length()] = i;
        folded.append(PLAIN[c]);
        continue;
      }
      var each = of(c);
      if (folded.length() + each.length() + 1 > from.length) {
        from = Arrays.copyOf(from, from.length * 2 + each.length());
      }
      Arrays.fill(from, folded.length(), folded.length() + each.length(), i);
      folded.append(each);
    }
    from = Arrays.copyOf(from, folded.length() + 1);
    from[folded.length()] = original.length();
    return new FoldedText(original, folded.toString(), from);
  }

  private static String of(char c) {
    if ((c >= 'a' && c <= 'z') || c == '\n') {
      return String.valueOf(c);
    }
    if (QUOTES.indexOf(c) >= 0) {
      return "\"";
    }
    if (APOSTROPHES.indexOf(c) >= 0) {
      return "'";
    }
    var letter = LETTERS.get(c);
    if (letter != null) {
      return letter;
    }
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.NON_SPACING_MARK -> "";
      case Character.SPACE_SEPARATOR, Character.CONTROL -> " ";
      case Character.DASH_PUNCTUATION -> "-";
      default -> c < 128 ? String.valueOf(Character.toLowerCase(c)) : plain(c);
    };
  }

  private static String plain(char c) {
    var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    var plain = new StringBuilder();
    for (int i = 0; i < parts.length(); i++) {
      if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
        plain.append(parts.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * A pattern for folded text out of one that is written as the language is: {@code zurückgezogen}
   * also finds {@code zurueckgezogen}.
   */
  public static String pattern(String written) {
    var pattern = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      pattern.append(c < 128 ? String.valueOf(c) : SPELT.getOrDefault(c, of(c)));
    }
    return pattern.toString();
  }

  /** The folded characters. */
  public String characters() {
    return folded;
  }

  /** What stands in the original between two places of the folded text. */
  public String original(int begin, int end) {
    return original.substring(from[begin], begin < end ? from[end - 1] + 1 : from[begin]);
  }

  /** Whether the first letter or figure between two places is a small letter. */
  public boolean goesOn(int begin, int end) {
    for (int i = begin; i < end; i++) {
      char c = original.charAt(from[i]);
      if (Character.isLetterOrDigit(c)) {
        return Character.isLowerCase(c);
      }
    }
    return false;
  }

  /** Whether there are letters between two places, and all of those that have a case are large. */
  public boolean inCapitals(int begin, int end) {
    boolean letters = false;
    for (int i = begin; i < end; i++) {
      char c = original.charAt(from[i]);
      if (Character.isLowerCase(c)) {
        return false;
      }
      letters |= Character.isUpperCase(c);
    }
    return letters;
  }
}
