package org.copytaster.formats.page.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copytaster.formats.page.BlockModel;
import org.copytaster.formats.page.PageReader;
import org.copytaster.formats.page.PageTooLargeException;

/**
 * Learns which blocks of pages are the article's, from pages whose article is known. The same pages
 * in the same order give the same model, byte for byte.
 */
public final class PageTrainer {

  private final PageReader measuring = new PageReader(new BlockModel(List.of(), 0));
  private final List<Sample> samples = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // samples are never compared
  private record Sample(List<float[]> rows, boolean[] held, int[] words) {}

  /**
   * Adds a page.
   *
   * @param article the words of its article, as somebody marked them
   * @throws PageTooLargeException if no reader would read it
   */
  public void add(String html, String article) throws PageTooLargeException {
    var measured = measuring.measure(html);
    var blocks = measured.outline().blocks();
    boolean[] held = GoldLabels.of(blocks, article);
    var rows = measuring.rows(measured);
    int[] asked = IntStream.range(0, held.length).filter(i -> !blocks.get(i).isBarred()).toArray();
    boolean[] answers = new boolean[asked.length];
    for (int i = 0; i < asked.length; i++) {
      answers[i] = held[asked[i]];
    }
    samples.add(
        new Sample(
            IntStream.of(asked).mapToObj(rows::get).toList(),
            answers,
            IntStream.of(asked).map(i -> blocks.get(i).words()).toArray()));
  }

  /** The model of all pages, in lines of text. */
  public List<String> train() {
    return trainer(0, 0).train().lines();
  }

  /**
   * A reader that never saw some of the pages: those whose place in the order of {@link #add} is
   * {@code fold} modulo {@code folds}.
   */
  public PageReader readerWithout(int fold, int folds) {
    return new PageReader(trainer(fold, folds).train());
  }

  private BlockTrainer trainer(int fold, int folds) {
    var trainer = new BlockTrainer();
    for (int i = 0; i < samples.size(); i++) {
      if (folds == 0 || i % folds != fold) {
        var sample = samples.get(i);
        trainer.add(sample.rows(), sample.held(), sample.words());
      }
    }
    return trainer;
  }
}
