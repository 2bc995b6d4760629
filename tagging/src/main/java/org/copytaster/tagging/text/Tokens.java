package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a paragraph into words, numbers and marks, and says where sentences begin. A full stop
 * belongs to an abbreviation or an initial; a possessive {@code 's} is a token of its own.
 */
public final class Tokens {

  private final Set<String> abbreviations;

  private Tokens(Set<String> abbreviations) {
    this.abbreviations = abbreviations;
  }

  /** Cuts English text. */
  public static Tokens english() {
    var abbreviations = new HashSet<String>();
    for (var row : Table.read(Tokens.class, "abbreviations.tsv").rows()) {
      abbreviations.add(row.get(0));
    }
    return new Tokens(Set.copyOf(abbreviations));
  }

  /** The tokens of {@code paragraph}, in order; what is between them is white space. */
  public List<Token> of(String characters, Span paragraph) {
    var tokens = new ArrayList<Token>();
    boolean starts = true;
    int at = paragraph.begin();
    while (at < paragraph.end()) {
      char character = characters.charAt(at);
      if (Paragraphs.blank(character) || Spelling.invisible(character)) {
        at++;
        continue;
      }
      int end = endOfToken(characters, at, paragraph.end());
      var surface = Spelling.of(characters.substring(at, end));
      tokens.add(new Token(new Span(at, end), surface, starts));
      starts = endsSentence(surface) || (starts && !Character.isLetterOrDigit(surface.charAt(0)));
      at = end;
    }
    return tokens;
  }

  private static boolean endsSentence(String surface) {
    return surface.equals(".") || surface.equals("!") || surface.equals("?");
  }

  private int endOfToken(String characters, int begin, int limit) {
    int possessive = possessive(characters, begin, limit);
    if (possessive > 0) {
      return possessive;
    }
    int end = begin;
    while (end < limit) {
      int next = characters.codePointAt(end);
      if (!wordPart(next) && !(end > begin && inside(characters, end, limit))) {
        break;
      }
      if (end > begin && possessive(characters, end, limit) > 0) {
        break;
      }
      end += Character.charCount(next);
    }
    if (end == begin) {
      return Math.min(limit, begin + Character.charCount(characters.codePointAt(begin)));
    }
    return Math.min(limit, withFullStop(characters, begin, Math.min(end, limit), limit));
  }

  private static boolean wordPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  /** Whether a word goes on behind the character at {@code at}, though it is no part of words. */
  private static boolean inside(String characters, int at, int limit) {
    if (!Spelling.invisible(characters.charAt(at))) {
      return joins(characters, at, limit);
    }
    int next = at + 1;
    while (next < limit && Spelling.invisible(characters.charAt(next))) {
      next++;
    }
    return next < limit && Character.isLetterOrDigit(characters.charAt(next));
  }

  /** Whether the mark at {@code at} stands between two parts of one word or number. */
  private static boolean joins(String characters, int at, int limit) {
    if (at + 1 >= limit || !Character.isLetterOrDigit(characters.charAt(at + 1))) {
      return false;
    }
    char before = characters.charAt(at - 1);
    return switch (characters.charAt(at)) {
      case '-', '‐', '‑', '\'', '’', '&' -> true;
      case '.', '/' -> Character.isLetterOrDigit(before);
      case ',' -> Character.isDigit(before) && Character.isDigit(characters.charAt(at + 1));
      default -> false;
    };
  }

  /** The end of a possessive at {@code at}, or 0. */
  private static int possessive(String characters, int at, int limit) {
    char mark = characters.charAt(at);
    if ((mark != '\'' && mark != '’') || at + 1 >= limit) {
      return 0;
    }
    char letter = characters.charAt(at + 1);
    boolean ends = at + 2 >= limit || !Character.isLetterOrDigit(characters.charAt(at + 2));
    return (letter == 's' || letter == 'S') && ends ? at + 2 : 0;
  }

  private int withFullStop(String characters, int begin, int end, int limit) {
    if (end >= limit || characters.charAt(end) != '.') {
      return end;
    }
    var word = characters.substring(begin, end);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean initials =
        word.length() > 2
            && word.length() < 8
            && word.charAt(1) == '.'
            && Character.isLetter(word.charAt(0));
    // R-Ind. is an abbreviation since Ind. is one.
    var last = word.substring(word.lastIndexOf('-') + 1);
    boolean known = abbreviations.contains(last.toLowerCase(Locale.ROOT));
    return initial || initials || known ? end + 1 : end;
  }
}
