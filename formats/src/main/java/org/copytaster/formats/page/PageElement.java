package org.copytaster.formats.page;

import org.jspecify.annotations.Nullable;

/** An element on the way from the page down to a block, and what its blocks add up to. */
final class PageElement {

  /** Words that a block needs to be taken for prose. */
  private static final int PROSE_WORDS = 12;

  private static final double MOST_LINKED = 0.34;

  private final @Nullable PageElement parent;
  private final String tag;
  private final int depth;

  /** Bits of {@link BlockCues}: what the names of this element alone speak of. */
  private final long names;

  /** The same of this element and all around it. */
  private final long around;

  private int words;
  private int linkedWords;
  private int proseWords;
  private int proseBlocks;
  private int blocks;
  private boolean barred;

  PageElement(@Nullable PageElement parent, String tag, long names) {
    this.parent = parent;
    this.tag = tag;
    this.names = names;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.around = parent == null ? names : names | parent.around;
  }

  /** Says that nothing in it is the article's. */
  void bar() {
    barred = true;
  }

  /** Whether it stands in an element that holds nothing of the article. */
  boolean isBarred() {
    for (var at = this; at != null; at = at.parent) {
      if (at.barred) {
        return true;
      }
    }
    return false;
  }

  /** Adds a block to this element and to all around it. */
  void add(Block block) {
    boolean prose = isProse(block);
    for (var frame = this; frame != null; frame = frame.parent) {
      frame.words += block.words();
      frame.linkedWords += block.linkedWords();
      frame.blocks++;
      if (prose) {
        frame.proseWords += block.words();
        frame.proseBlocks++;
      }
    }
  }

  /** Whether the block is long enough, and not made of links, whatever it speaks of. */
  static boolean isLong(Block block) {
    return block.words() >= PROSE_WORDS && block.linkedWords() < MOST_LINKED * block.words();
  }

  /** The same of a block that may be the article's. */
  static boolean isProse(Block block) {
    return isLong(block) && !block.isBarred();
  }

  @Nullable PageElement parent() {
    return parent;
  }

  String tag() {
    return tag;
  }

  int depth() {
    return depth;
  }

  long names() {
    return names;
  }

  long around() {
    return around;
  }

  int words() {
    return words;
  }

  int proseWords() {
    return proseWords;
  }

  int proseBlocks() {
    return proseBlocks;
  }

  int blocks() {
    return blocks;
  }

  double linkDensity() {
    return words == 0 ? 0 : (double) linkedWords / words;
  }

  /** How many elements up the nearest one stands whose names speak of {@code cue}; -1 if none. */
  int distance(int cue) {
    long bit = 1L << cue;
    if ((around & bit) == 0) {
      return -1;
    }
    int up = 0;
    for (var frame = this; frame != null; frame = frame.parent) {
      if ((frame.names & bit) != 0) {
        return up;
      }
      up++;
    }
    return -1;
  }

  /** The ancestor, or this element itself, at {@code wanted} or above. */
  PageElement at(int wanted) {
    var frame = this;
    while (frame.depth > wanted && frame.parent != null) {
      frame = frame.parent;
    }
    return frame;
  }

  /** The deepest element around both. */
  PageElement common(PageElement other) {
    var mine = at(other.depth);
    var theirs = other.at(depth);
    while (mine != theirs && mine.parent != null && theirs.parent != null) {
      mine = mine.parent;
      theirs = theirs.parent;
    }
    return mine;
  }
}
