package org.copytaster.formats.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikeBlocksTest {

  private static final double LEAST = 0.35;

  private final PageElement root = new PageElement(null, "body", 0);
  private final PageElement list = new PageElement(root, "ul", 0);

  @Test
  void aDoubtfulItemFollowsTheOthersOfItsKind() {
    var outline = outline(item("One."), item("Two."), item("Three."));

    double[] agreed = LikeBlocks.agreed(outline, new double[] {0.9, 0.3, 0.9}, LEAST);

    assertThat(agreed[1]).isGreaterThan(0.5);
    assertThat(agreed[0]).isLessThan(0.9);
  }

  @Test
  void blocksOfOtherKindsAreNotHeard() {
    var other = new Block("Menu", new PageElement(root, "div", 0), ink(1), source(), false);

    double[] agreed =
        LikeBlocks.agreed(outline(item("One."), other), new double[] {0.9, 0.1}, LEAST);

    assertThat(agreed[0]).isCloseTo(0.9, offset(1e-9));
    assertThat(agreed[1]).isCloseTo(0.1, offset(1e-9));
  }

  @Test
  void certaintyHasAnEnd() {
    double[] agreed = LikeBlocks.agreed(outline(item("One.")), new double[] {1}, LEAST);

    assertThat(agreed[0]).isBetween(0.99, 0.9999);
  }

  @Test
  void oneItemIsDroppedWithTheOthersOfItsKindIfThePageKeepsMostOfItsText() {
    var text = new Block("The article.", new PageElement(root, "p", 0), ink(20), source(), false);
    var outline = outline(text, item("One."), item("Two."), item("Three."));

    double[] agreed = LikeBlocks.agreed(outline, new double[] {0.9, 0.4, 0.1, 0.1}, LEAST);

    assertThat(agreed[1]).isLessThan(LEAST);
  }

  @Test
  void aPageDoesNotLoseMostOfItsTextToAgreement() {
    var outline = outline(item("One."), item("Two."), item("Three."), item("Four."));

    double[] agreed = LikeBlocks.agreed(outline, new double[] {0.7, 0.6, 0.02, 0.02}, LEAST);

    assertThat(agreed[0]).isEqualTo(0.7, offset(1e-9));
    assertThat(agreed[1]).isEqualTo(0.6, offset(1e-9));
  }

  private static Outline outline(Block... blocks) {
    return new Outline(List.of(blocks), "", "");
  }

  private Block item(String text) {
    return new Block(text, new PageElement(list, "li", 0), ink(1), source(), false);
  }

  private static Block.Ink ink(int words) {
    return new Block.Ink(words, 0, 0, 0, 0);
  }

  private static Block.SourceRange source() {
    return new Block.SourceRange(0, 0, "");
  }
}
