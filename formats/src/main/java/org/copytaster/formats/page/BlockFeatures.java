package org.copytaster.formats.page;

import java.util.Arrays;
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

  /** Blocks on each side that are a block's surroundings. */
  private static final int WINDOW = 6;

  private static final int LONGEST_LABEL = 8;

  private static final List<String> LABELS =
      List.of(
          "related", "comment", "share", "author", "subscribe", "tags", "copyright", "reference");

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
  private final class Place {
    private final int[] labelAt = new int[cues.phraseGroups().size()];
    private int words;
    private int prose;
    private int headingAt = -1;

    private Place() {
      Arrays.fill(labelAt, -FARTHEST);
    }

    private void pass(int i, TextMeasures text) {
      var block = text.block();
      if (block.headingLevel() > 0) {
        headingAt = i;
      }
      words += block.words();
      prose += PageElement.isProse(block) ? block.words() : 0;
      if (block.words() <= LONGEST_LABEL) {
        for (int group = 0; group < labelAt.length; group++) {
          labelAt[group] = (text.phrases() >>> group & 1) == 0 ? labelAt[group] : i;
        }
      }
    }
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
    labels(row, i, place);
    window(row, texts, i);
    place.pass(i, text);
    return row;
  }

  /** How far above the last short lines stand that open or close parts of a page. */
  private void labels(BlockMeasures row, int i, Place place) {
    for (var label : LABELS) {
      int at = place.labelAt[cues.phraseGroups().indexOf(label)];
      row.add(Math.min(FARTHEST, i - at));
    }
  }

  /** What the surroundings are made of: running text, links, headings. */
  private static void window(BlockMeasures row, List<TextMeasures> texts, int i) {
    double words = 0;
    double prose = 0;
    double linked = 0;
    int from = Math.max(0, i - WINDOW);
    int to = Math.min(texts.size(), i + WINDOW + 1);
    for (int at = from; at < to; at++) {
      var block = texts.get(at).block();
      words += block.words();
      prose += PageElement.isProse(block) ? block.words() : 0;
      linked += block.linkedWords();
    }
    row.add(share(prose, words));
    row.add(share(linked, words));
    row.add(share(words, to - from));
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

  private void position(BlockMeasures row, Outline outline, int i, Place place) {
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

  /** The measures of one block, in the order in which they are added. */
  static final class BlockMeasures {

    private float[] values = new float[256];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = (float) value;
    }

    float[] values() {
      return Arrays.copyOf(values, size);
    }
  }
}
