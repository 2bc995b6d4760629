package org.copytaster.formats.page;

import java.util.List;
import java.util.function.Consumer;

/**
 * Measures the blocks of a page: their words, where they stand in the tree of elements and among
 * each other. Every block is told in the same order of measures, which the model depends on.
 */
final class BlockFeatures {

  /** No element around says so. */
  private static final int NONE = 60;

  private static final int FARTHEST = 40;

  private final BlockCues cues;

  BlockFeatures(BlockCues cues) {
    this.cues = cues;
  }

  /** Hands over one row a block, in their order. All together they need more than the page. */
  void each(Outline outline, Consumer<float[]> rows) {
    var texts = texts(outline);
    var place = new Place();
    for (int i = 0; i < texts.size(); i++) {
      rows.accept(row(new BlockMeasures(), outline, texts, i, place).values());
    }
  }

  private List<TextMeasures> texts(Outline outline) {
    return outline.blocks().stream().map(block -> TextMeasures.of(block, cues)).toList();
  }

  /** What was passed on the way down the page. */
  private static final class Place {
    private int words;
    private int prose;
    private int headingAt = -1;
  }

  private BlockMeasures row(
      BlockMeasures row, Outline outline, List<TextMeasures> texts, int i, Place place) {
    var text = texts.get(i);
    var block = outline.blocks().get(i);
    text.addAll(row, cues);
    neighbours(row, texts, i);
    tree(row, outline, block);
    position(row, outline, i, place);
    heading(row, outline, texts, i, place);
    page(row, outline, block);
    if (block.headingLevel() > 0) {
      place.headingAt = i;
    }
    place.words += block.words();
    place.prose += PageElement.isProse(block) ? block.words() : 0;
    return row;
  }

  private static void neighbours(BlockMeasures row, List<TextMeasures> texts, int i) {
    for (int offset : new int[] {-3, -2, -1, 1, 2, 3}) {
      int at = i + offset;
      boolean there = at >= 0 && at < texts.size();
      var text = there ? texts.get(at) : TextMeasures.NOTHING;
      row.add(there ? text.words() : -1);
      row.add(text.linked());
      row.add(text.heading());
      row.add(text.endsSentence() ? 1 : 0);
      if (Math.abs(offset) == 1) {
        row.add(
            there && text.block().frame().parent() == texts.get(i).block().frame().parent()
                ? 1
                : 0);
        row.add(text.phrases() == 0 ? 0 : 1 + Long.numberOfTrailingZeros(text.phrases()));
      }
    }
  }

  private void tree(BlockMeasures row, Outline outline, Block block) {
    var frame = block.frame();
    var parent = frame.parent() == null ? frame : frame.parent();
    var grand = parent.parent() == null ? parent : parent.parent();
    row.add(frame.depth());
    around(row, outline, frame);
    around(row, outline, parent);
    around(row, outline, grand);
    var shared = frame.common(outline.container());
    row.add(outline.container().depth() - shared.depth());
    row.add(frame.depth() - shared.depth());
    row.add(share(shared.proseWords(), outline.proseWords()));
    var branch = frame.at(Math.min(frame.depth(), shared.depth() + 1));
    around(row, outline, branch);
    var second = frame.at(Math.min(frame.depth(), shared.depth() + 2));
    around(row, outline, second);
    var dense = frame.common(outline.densest());
    row.add(outline.densest().depth() - dense.depth());
    row.add(frame.depth() - dense.depth());
    row.add(outline.densest().depth() - outline.container().depth());
    distances(row, frame, Math.min(shared.depth(), dense.depth()));
  }

  private static void around(BlockMeasures row, Outline outline, PageElement frame) {
    row.add(frame.words());
    row.add(frame.blocks());
    row.add(frame.linkDensity());
    row.add(share(frame.proseWords(), frame.words()));
    row.add(share(frame.proseWords(), outline.proseWords()));
  }

  /** Names above what the block shares with the article speak of the page, not of the block. */
  private void distances(BlockMeasures row, PageElement frame, int limit) {
    for (int group = 0; group < cues.elementGroups().size(); group++) {
      int distance = frame.distance(group);
      boolean far = distance < 0 || frame.depth() - distance <= limit;
      row.add(far ? NONE : Math.min(distance, FARTHEST));
    }
  }

  private static void position(BlockMeasures row, Outline outline, int i, Place place) {
    int n = outline.blocks().size();
    row.add((double) i / n);
    row.add(i);
    row.add(n - i);
    row.add(share(place.words, outline.words()));
    row.add(share(place.prose, outline.proseWords()));
    row.add(outline.proseWords() - place.prose);
    row.add(i - outline.firstProse());
    row.add(i - outline.lastProse());
    row.add(outline.titleAt() < 0 ? -999 : i - outline.titleAt());
  }

  private void heading(
      BlockMeasures row, Outline outline, List<TextMeasures> texts, int i, Place place) {
    boolean any = place.headingAt >= 0;
    row.add(any ? i - place.headingAt : -1);
    row.add(any ? outline.blocks().get(place.headingAt).headingLevel() : 0);
    row.add(any ? shared(outline, i, place.headingAt) : -1);
    long phrases = any ? texts.get(place.headingAt).phrases() : 0;
    bits(row, cues.phraseGroups(), phrases);
  }

  /** How far down the tree a block and its heading go together. */
  private static int shared(Outline outline, int i, int heading) {
    var frame = outline.blocks().get(i).frame();
    return frame.depth() - frame.common(outline.blocks().get(heading).frame()).depth();
  }

  private static void page(BlockMeasures row, Outline outline, Block block) {
    var alike = outline.alike(block);
    row.add(alike.blocks);
    row.add(share(alike.words, alike.blocks));
    row.add(share(alike.prose, alike.blocks));
    row.add(outline.repeats(block));
    row.add(outline.claimed(block));
    row.add(outline.blocks().size());
    row.add(outline.words());
    row.add(share(outline.proseWords(), outline.words()));
    row.add(outline.container().words());
    row.add(share(outline.container().proseWords(), outline.proseWords()));
    row.add(share(outline.densest().proseWords(), outline.proseWords()));
  }

  static void bits(BlockMeasures row, List<String> groups, long bits) {
    for (int group = 0; group < groups.size(); group++) {
      row.add((double) ((bits >>> group) & 1));
    }
  }

  static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
