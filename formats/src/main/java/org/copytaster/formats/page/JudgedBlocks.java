package org.copytaster.formats.page;

import java.util.List;

/** The blocks of a page with how likely each belongs to the article. */
final class JudgedBlocks {

  private final List<Block> blocks;
  private final double[] likely;
  private final double least;
  private final int bodyBegin;
  private final int bodyEnd;

  JudgedBlocks(List<Block> blocks, double[] likely, double least) {
    this.blocks = blocks;
    this.likely = likely;
    this.least = least;
    this.bodyBegin = findBegin();
    this.bodyEnd = findEnd();
  }

  List<Block> blocks() {
    return blocks;
  }

  boolean isArticle(int i) {
    return likely[i] > least;
  }

  /** How sure it is that the block is, or is not, the article's: from 0 to 1. */
  double confidence(int i) {
    return isArticle(i) ? likely[i] : 1 - likely[i];
  }

  /** The first running text of the body; 0 if there is none. */
  int bodyBegin() {
    return bodyBegin;
  }

  /** The last block of the body; 0 if there is none. */
  int bodyEnd() {
    return bodyEnd;
  }

  private int findBegin() {
    for (int i = 0; i < blocks.size(); i++) {
      if (isArticle(i) && PageElement.isProse(blocks.get(i))) {
        return i;
      }
    }
    return 0;
  }

  private int findEnd() {
    for (int i = blocks.size() - 1; i > 0; i--) {
      if (isArticle(i)) {
        return i;
      }
    }
    return 0;
  }
}
