package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into paragraphs: what stands between line breaks. Copy that is wrapped at a fixed width
 * has breaks inside its paragraphs; there a paragraph ends at a blank line, before an indent, and
 * behind a line that has room for the next word.
 */
final class Paragraphs {

  private static final int WIDEST_WRAP = 100;
  private static final int NARROWEST_WRAP = 45;

  private final String characters;
  private final Wrapping wrapping;

  private Paragraphs(String characters, Wrapping wrapping) {
    this.characters = characters;
    this.wrapping = wrapping;
  }

  /** Looks at the whole text, for a part of it may be too short to tell how it is wrapped. */
  static Paragraphs of(String characters) {
    return new Paragraphs(characters, Wrapping.of(characters));
  }

  /** The paragraphs inside {@code range}, in order, without the white space around them. */
  List<Span> in(Span range) {
    var paragraphs = new ArrayList<Span>();
    var block = new ArrayList<Span>();
    int lineBegin = range.begin();
    while (lineBegin < range.end()) {
      int lineEnd = lineEnd(characters, lineBegin, range.end());
      var line = trimmed(characters, lineBegin, lineEnd);
      if (line.length() > 0) {
        block.add(line);
      } else {
        close(block, paragraphs);
      }
      lineBegin = lineEnd + 1;
    }
    close(block, paragraphs);
    return paragraphs;
  }

  /** Looks no farther than {@code limit}: a line may have as many zones as words. */
  static int lineEnd(String characters, int begin, int limit) {
    int end = begin;
    while (end < limit && characters.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private void close(List<Span> block, List<Span> paragraphs) {
    if (wrapping.wrapped()) {
      join(block, paragraphs);
    } else if (wrapped(characters, block)) {
      paragraphs.add(new Span(block.get(0).begin(), block.get(block.size() - 1).end()));
    } else {
      paragraphs.addAll(block);
    }
    block.clear();
  }

  private void join(List<Span> block, List<Span> paragraphs) {
    int begin = 0;
    for (int i = 0; i < block.size(); i++) {
      if (i + 1 == block.size() || !wrapping.joins(block.get(i), block.get(i + 1))) {
        paragraphs.add(new Span(block.get(begin).begin(), block.get(i).end()));
        begin = i + 1;
      }
    }
  }

  /**
   * Whether lines of about the same length belong together, though at no width that can be told.
   */
  private static boolean wrapped(String characters, List<Span> block) {
    int open = 0;
    for (int i = 0; i + 1 < block.size(); i++) {
      var line = block.get(i);
      if (line.length() < NARROWEST_WRAP || line.length() > WIDEST_WRAP) {
        return false;
      }
      if (!endsSentence(characters.charAt(line.end() - 1))) {
        open++;
      }
    }
    return block.size() > 1 && 2 * open > block.size() - 1 && goesOn(characters, block);
  }

  /**
   * A line of wrapped copy often begins in the middle of a sentence; a list or a table does not.
   */
  private static boolean goesOn(String characters, List<Span> block) {
    int small = 0;
    for (var line : block.subList(1, block.size())) {
      if (Character.isLowerCase(characters.charAt(line.begin()))) {
        small++;
      }
    }
    return 3 * small >= block.size() - 1;
  }

  static boolean endsSentence(char last) {
    return ".!?\"”’)".indexOf(last) >= 0;
  }

  static Span trimmed(String characters, int begin, int end) {
    int first = begin;
    int last = end;
    while (first < last && blank(characters.charAt(first))) {
      first++;
    }
    while (last > first && blank(characters.charAt(last - 1))) {
      last--;
    }
    return new Span(first, last);
  }

  static boolean blank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\ufeff'
        || character == '\u200b';
  }
}
