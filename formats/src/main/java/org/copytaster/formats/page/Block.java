package org.copytaster.formats.page;

/**
 * A stretch of text that a page shows in one piece: a paragraph, a heading, an item of a list.
 *
 * @param text with single spaces; line breaks of the page are kept as {@code \n}
 * @param frame the element that holds it
 * @param ink how it is written
 * @param source where it stands in the page's HTML
 * @param barred whether it is surely no part of an article
 */
public record Block(String text, PageElement frame, Ink ink, SourceRange source, boolean barred) {

  /** How far up a heading may be from what it holds. */
  private static final int HEADING_DEPTH = 2;

  /**
   * How a block is written.
   *
   * @param words how many words it has
   * @param links how many links
   * @param linkedWords how many words stand in links
   * @param emphasised how many characters are bold or italic
   * @param names bits of {@link BlockCues}: what the names of inline elements that hold all of it
   *     speak of
   */
  public record Ink(int words, int links, int linkedWords, int emphasised, long names) {}

  /**
   * A place in the HTML: half-open UTF-16 offsets, 0 and 0 where unknown.
   *
   * @param time what a {@code time} element in it says for machines, or an empty text
   */
  public record SourceRange(int begin, int end, String time) {}

  Block asBarred() {
    return new Block(text, frame, ink, source, true);
  }

  /** How many words it has. */
  public int words() {
    return ink.words();
  }

  int linkedWords() {
    return ink.linkedWords();
  }

  /** Whether it stands where nothing of the article does. */
  public boolean isBarred() {
    return barred;
  }

  String tag() {
    return frame.tag();
  }

  /** The level of a heading, 1 to 6, or 0. */
  int headingLevel() {
    for (var at = frame; at != null; at = at.parent()) {
      var tag = at.tag();
      if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
        return tag.charAt(1) - '0';
      }
      if (at.depth() + HEADING_DEPTH <= frame.depth()) {
        break;
      }
    }
    return 0;
  }
}
