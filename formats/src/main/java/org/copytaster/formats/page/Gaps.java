package org.copytaster.formats.page;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * Fills gaps in what was judged block by block: rows of a table that is the article's, the rest of
 * a sentence behind a card, posts that a story quotes, the first paragraph in a box of its own, and
 * the few lines of a page in which nothing looks like an article.
 */
final class Gaps {

  /**
   * A lede is less likely than this share of what is taken, or the model had reason to leave it.
   */
  private static final double LEAST_LEDE = 0.1;

  /** The share of the text that stands in an element named so, if that is where the story is. */
  private static final double MOST_WITHIN = 0.7;

  private static final double LIKELY = 0.8;

  /** Words of a line that may be all of an article. */
  private static final int FEWEST_WORDS = 8;

  /** A table of fewer rows may be anything. */
  private static final int FEWEST_ROWS = 3;

  /** How far up the element stands that names a post. */
  private static final int NEAR = 3;

  /** Elements that hold no first paragraph. */
  private static final List<String> NO_LEDE =
      List.of(
          "related",
          "share",
          "navigation",
          "sidebar",
          "footer",
          "form",
          "signup",
          "advert",
          "consent",
          "overlay",
          "comment",
          "picture",
          "caption",
          "card",
          "author",
          "in-aside",
          "in-nav",
          "in-footer",
          "in-figure",
          "in-form",
          "in-dialog",
          "unseen",
          "notice",
          "action");

  private final Outline outline;
  private final BlockCues cues;
  private final double least;
  private final double[] likely;

  private Gaps(Outline outline, BlockCues cues, double[] likely, double least) {
    this.outline = outline;
    this.cues = cues;
    this.least = least;
    this.likely = likely;
  }

  /**
   * How likely each block is the article's once gaps are filled; what is barred is not.
   *
   * @param likely how likely each is by itself; changed in place
   * @param least above it a block is taken for the article's
   */
  static double[] filled(Outline outline, BlockCues cues, double[] likely, double least) {
    var gaps = new Gaps(outline, cues, likely, least);
    gaps.dropBarred();
    gaps.outside();
    gaps.tables();
    gaps.paragraphs();
    if (gaps.last() < 0) {
      gaps.lines();
    }
    gaps.lede();
    gaps.posts();
    return likely;
  }

  private Block block(int i) {
    return outline.blocks().get(i);
  }

  private void dropBarred() {
    for (int i = 0; i < likely.length; i++) {
      likely[i] = block(i).isBarred() ? 0 : likely[i];
    }
  }

  private void raise(int i) {
    likely[i] = Math.max(likely[i], (1 + least) / 2);
  }

  /**
   * Where most of what was taken stands in an element that is named as the text of a story, what
   * stands elsewhere is not the story's: behind it nothing, before it only what is likely.
   */
  private void outside() {
    int within = 0;
    int all = 0;
    int first = -1;
    for (int i = 0; i < likely.length; i++) {
      if (likely[i] > least) {
        all += block(i).words();
        within += isInStory(i) ? block(i).words() : 0;
        first = first < 0 && isInStory(i) ? i : first;
      }
    }
    if (within < MOST_WITHIN * all) {
      return;
    }
    for (int i = 0; i < likely.length; i++) {
      if (!isInStory(i) && likely[i] > least && (i > first || likely[i] < LIKELY)) {
        likely[i] = least * likely[i];
      }
    }
  }

  private boolean isInStory(int i) {
    return block(i).frame().distance(cues.element("story")) >= 0;
  }

  /** Rows of one table, as far as they are fields. */
  private static final class Rows {
    private int first = -1;
    private int taken;
    private int left;
    private int linked;
    private int count;
  }

  /** A table is the article's whole or not at all; it is if the article leads to it. */
  private void tables() {
    var tables = new IdentityHashMap<PageElement, Rows>();
    for (int i = 0; i < likely.length; i++) {
      if (isRow(i)) {
        var rows = tables.computeIfAbsent(table(block(i)), table -> new Rows());
        rows.first = rows.first < 0 ? i : rows.first;
        rows.taken += likely[i] > least ? block(i).words() : 0;
        rows.left += likely[i] > least ? 0 : block(i).words();
        rows.linked += block(i).linkedWords();
        rows.count++;
      }
    }
    for (int i = 0; i < likely.length; i++) {
      var rows = isRow(i) ? tables.get(table(block(i))) : null;
      if (rows != null && (rows.taken > rows.left || isLedTo(rows))) {
        raise(i);
      }
    }
  }

  private boolean isRow(int i) {
    return block(i).tag().equals("tr") && !block(i).isBarred();
  }

  private boolean isLedTo(Rows rows) {
    boolean told = 3 * rows.linked < rows.taken + rows.left && rows.count >= FEWEST_ROWS;
    for (int i = rows.first - 1; told && i >= Math.max(0, rows.first - NEAR); i--) {
      boolean beside = block(i).frame().parent() == table(block(rows.first)).parent();
      if (likely[i] > least && beside) {
        return true;
      }
    }
    return false;
  }

  private static PageElement table(Block block) {
    for (var at = block.frame(); at != null; at = at.parent()) {
      if (at.tag().equals("table")) {
        return at;
      }
    }
    return block.frame();
  }

  /** What stands in one paragraph as another part of the article is its continuation. */
  private void paragraphs() {
    var best = new IdentityHashMap<PageElement, Double>();
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < likely.length; i++) {
        var block = block(i);
        if (block.tag().equals("p")
            && !block.isBarred()
            && 2 * block.linkedWords() <= block.words()) {
          if (pass == 0) {
            best.merge(block.frame(), likely[i], Math::max);
          } else {
            likely[i] = Math.max(likely[i], best.getOrDefault(block.frame(), 0.0));
          }
        }
      }
    }
  }

  /** Where nothing is the article's, what is written in sentences below the headline is. */
  private void lines() {
    for (int i = Math.max(0, outline.titleAt() + 1); i < likely.length; i++) {
      var block = block(i);
      if (block.words() >= FEWEST_WORDS && isText(block) && likely[i] > 0) {
        raise(i);
      }
    }
  }

  /** The paragraph before the first one, below the headline. */
  private void lede() {
    int first = first();
    int lowest = Math.max(0, outline.titleAt() + 1);
    for (int i = first - 1; i >= lowest && first >= 0; i--) {
      var block = block(i);
      if (PageElement.isProse(block) && isText(block)) {
        if (likely[i] > LEAST_LEDE) {
          raise(i);
        }
        return;
      }
    }
  }

  private void posts() {
    int first = first();
    int last = last();
    for (int i = first + 1; i < last; i++) {
      int up = block(i).frame().distance(cues.element("post"));
      if (up >= 0 && up <= NEAR && !block(i).isBarred()) {
        raise(i);
      }
    }
  }

  private boolean isText(Block block) {
    return !block.isBarred()
        && block.headingLevel() == 0
        && 3 * block.linkedWords() < block.words()
        && ".!?\"”’»".indexOf(block.text().charAt(block.text().length() - 1)) >= 0
        && NO_LEDE.stream().allMatch(group -> isFar(block.frame(), group));
  }

  private boolean isFar(PageElement frame, String group) {
    int up = frame.distance(cues.element(group));
    return up < 0 || up > NEAR;
  }

  private int first() {
    for (int i = 0; i < likely.length; i++) {
      if (likely[i] > least && PageElement.isProse(block(i))) {
        return i;
      }
    }
    return -1;
  }

  private int last() {
    for (int i = likely.length - 1; i >= 0; i--) {
      if (likely[i] > least) {
        return i;
      }
    }
    return -1;
  }
}
