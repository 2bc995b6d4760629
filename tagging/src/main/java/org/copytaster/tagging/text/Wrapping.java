package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a text is wrapped: whether its lines were broken at a fixed width, as agencies send copy, and
 * at which. A program that wraps breaks a line where the next word would not fit any more, and
 * nowhere else; so a break is the wrapping's if the line and the first word of the next one are
 * together wider than the width, and everybody else's if they are not. Indents open paragraphs.
 */
final class Wrapping {

  private static final int WIDEST = 100;
  private static final int NARROWEST = 40;

  /** Columns by which lines may miss the width: editors change a word here and there. */
  private static final int SLACK = 3;

  /** Columns by which the first line of a paragraph is set in, at least. */
  private static final int INDENT = 2;

  private static final int FIGURES = 3;

  private final String characters;
  private final int width;

  private Wrapping(String characters, int width) {
    this.characters = characters;
    this.width = width;
  }

  /** Reads a whole text; a part of it is too short to tell. */
  static Wrapping of(String characters) {
    var pairs = pairs(characters);
    int width = width(pairs);
    boolean indents = pairs.stream().anyMatch(Pair::indents);
    var inside = pairs.stream().filter(pair -> !pair.opens()).toList();
    return new Wrapping(characters, fits(inside, width, indents) ? width : 0);
  }

  /**
   * Two lines without a blank line between them.
   *
   * @param deeper by how many columns the second is set in more than the first
   * @param length of the first, with its indent
   * @param next how far it would go with the first word of the second
   * @param open whether the first does not end a sentence
   * @param small whether the second begins with a small letter
   */
  private record Pair(int deeper, int length, int next, boolean open, boolean small) {

    boolean opens() {
      return deeper >= INDENT;
    }

    boolean indents() {
      return Math.abs(deeper) >= INDENT;
    }

    boolean brokenAt(int width) {
      return length <= width + SLACK && next > width - SLACK;
    }
  }

  /** Whether lines are broken at a width at all. */
  boolean wrapped() {
    return width > 0;
  }

  /**
   * Whether a paragraph goes on from one line to the next in a text that is wrapped.
   *
   * @param first all of a line, or what stands behind another zone in it
   * @param second the line below it
   */
  boolean joins(Span first, Span second) {
    var pair = pair(characters, first, second);
    if (pair.opens()) {
      return false;
    }
    boolean goesOn = pair.open() && pair.small() && pair.length() >= NARROWEST;
    return (goesOn || pair.brokenAt(width)) && !(row(characters, first) && row(characters, second));
  }

  private static List<Pair> pairs(String characters) {
    var pairs = new ArrayList<Pair>();
    Span before = null;
    int begin = 0;
    while (begin < characters.length()) {
      int end = Paragraphs.lineEnd(characters, begin, characters.length());
      var line = Paragraphs.trimmed(characters, begin, end);
      if (line.length() > 0 && before != null) {
        var pair = pair(characters, before, line);
        if (pair.length() >= NARROWEST && pair.length() <= WIDEST) {
          pairs.add(pair);
        }
      }
      before = line.length() > 0 ? line : null;
      begin = end + 1;
    }
    return pairs;
  }

  private static Pair pair(String characters, Span first, Span second) {
    int indent = indent(characters, first);
    int length = indent + first.length();
    int word = second.begin();
    int most = Math.min(second.end(), word + WIDEST);
    while (word < most && !Paragraphs.blank(characters.charAt(word))) {
      word++;
    }
    return new Pair(
        indent(characters, second) - indent,
        length,
        length + 1 + word - second.begin(),
        !Paragraphs.endsSentence(characters.charAt(first.end() - 1)),
        Character.isLowerCase(characters.codePointAt(second.begin())));
  }

  /** The width at which most breaks are the wrapping's; the widest of those that are alike. */
  private static int width(List<Pair> pairs) {
    var broken = new int[WIDEST + 2];
    for (var pair : pairs) {
      // the widths at which this pair is broken are half-open: [length - SLACK, next + SLACK)
      if (!pair.opens()) {
        broken[Math.max(0, pair.length() - SLACK)]++;
        broken[Math.min(WIDEST + 1, pair.next() + SLACK)]--;
      }
    }
    Arrays.parallelPrefix(broken, Integer::sum);
    int best = 0;
    for (int width = NARROWEST; width <= WIDEST; width++) {
      best = broken[width] >= broken[best] ? width : best;
    }
    return best;
  }

  /**
   * Most lines are as full as they can be and end in the middle of a sentence. A list is not, and
   * the lines of a table begin with no small letter; where only the first lines of paragraphs are
   * set in, that need not be looked for.
   */
  private static boolean fits(List<Pair> pairs, int width, boolean indents) {
    int broken = 0;
    int open = 0;
    int small = 0;
    for (var pair : pairs) {
      if (pair.brokenAt(width)) {
        broken++;
        open += pair.open() ? 1 : 0;
        small += pair.small() ? 1 : 0;
      }
    }
    boolean goesOn = indents || 3 * small >= broken;
    return goesOn && broken > 0 && 2 * broken > pairs.size() && 2 * open > broken;
  }

  /** Whether a line has columns: gaps inside it, or figures for a good part of its words. */
  private static boolean row(String characters, Span line) {
    int words = 0;
    int figures = 0;
    int gaps = 0;
    for (int at = line.begin(); at < line.end(); at++) {
      char character = characters.charAt(at);
      if (Paragraphs.blank(character)) {
        boolean gap = character == '\t' || Paragraphs.blank(characters.charAt(at + 1));
        gaps += gap && !Paragraphs.endsSentence(characters.charAt(at - 1)) ? 1 : 0;
      } else if (at == line.begin() || Paragraphs.blank(characters.charAt(at - 1))) {
        words++;
        figures += Character.isDigit(character) ? 1 : 0;
      }
    }
    return gaps > 0 || FIGURES * figures > words;
  }

  /** The columns before a line's first character. */
  private static int indent(String characters, Span line) {
    int columns = 0;
    for (int at = line.begin() - 1; at >= 0 && columns < WIDEST; at--) {
      char character = characters.charAt(at);
      if (character == '\n') {
        break;
      }
      columns += character == '\t' ? INDENT : 1;
    }
    return columns;
  }
}
