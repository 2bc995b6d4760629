package org.copytaster.benchmarks;

import java.time.LocalDate;
import java.util.List;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.DocumentTime;
import org.copytaster.tagging.timex.PatternTimexTagger;

/**
 * Prints what a tagger of dates costs before it has tagged anything: the time to make the first one
 * and the next ones in this JVM, the first article, and the heap that stays in use.
 */
public final class TimexFootprint {

  private static final int AGAIN = 20;
  private static final double MILLIS = 1e6;
  private static final double MEGABYTE = 1024 * 1024;

  private TimexFootprint() {}

  /** Prints one line of tab-separated numbers, so that runs can be put below each other. */
  public static void main(String[] arguments) {
    long heapBefore = heap();
    long start = System.nanoTime();
    var tagger = PatternTimexTagger.english();
    long made = System.nanoTime();
    tagFirst(tagger);
    long tagged = System.nanoTime();
    long heapAfter = heap();
    // asked of the tagger after the heap was measured, so that it is still in use there
    var engine = tagger.engine();
    long[] again = new long[AGAIN];
    for (int i = 0; i < AGAIN; i++) {
      long before = System.nanoTime();
      engine = PatternTimexTagger.english().engine();
      again[i] = System.nanoTime() - before;
    }
    System.out.printf(
        "%s\tcold ms\t%.0f\tfirst article ms\t%.0f\tlast of %d ms\t%.1f\theap MB\t%.1f%n",
        engine,
        (made - start) / MILLIS,
        (tagged - made) / MILLIS,
        AGAIN,
        again[AGAIN - 1] / MILLIS,
        (heapAfter - heapBefore) / MEGABYTE);
  }

  private static void tagFirst(PatternTimexTagger tagger) {
    var story = Texts.own();
    var body = new ZonedSpan(new Span(0, story.body().length()), Zone.BODY);
    var text = new Text(story.body(), List.of(body));
    tagger.tag(text, DocumentTime.of(LocalDate.parse(story.date())));
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
