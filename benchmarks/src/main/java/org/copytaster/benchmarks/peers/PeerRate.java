package org.copytaster.benchmarks.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.copytaster.benchmarks.Texts;
import org.copytaster.standalone.evaluate.MentionFinder;

/**
 * How many articles of 500 words one thread finds the entities of in a second of CPU, and what a
 * finder costs before. On a machine that does other work beside it, CPU time says more than a
 * second of the clock.
 */
final class PeerRate {

  /** How many articles there are. */
  static final int ARTICLES = 5;

  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final double MILLIS = 1e6;
  private static final double MEGABYTE = 1024 * 1024;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PeerRate() {}

  /** Invented articles of about 500 words that have little in common. */
  static List<String> articles() {
    var articles = Texts.mixed().stream().map(Texts.Story::body).toList();
    if (articles.size() != ARTICLES) {
      throw new IllegalStateException("there are " + articles.size() + " articles");
    }
    return articles;
  }

  /** The rate for articles with few names and for one with many, a line each. */
  static List<String> rates(MentionFinder finder) {
    return List.of(
        "five articles\t" + summary(finder, articles()),
        "one with many names\t" + summary(finder, List.of(Texts.own().body())));
  }

  /** The rounds in order of size, after as many to warm up. */
  private static String summary(MentionFinder finder, List<String> articles) {
    for (int round = 0; round < ROUNDS; round++) {
      rate(finder, articles);
    }
    var rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rates[round] = rate(finder, articles);
    }
    Arrays.sort(rates);
    int mentions = articles.stream().mapToInt(article -> finder.find(article).size()).sum();
    return String.format(
        Locale.ROOT,
        "median articles per CPU second\t%.1f\tleast %.1f, most %.1f\tmentions per article\t%d",
        rates[ROUNDS / 2],
        rates[0],
        rates[ROUNDS - 1],
        mentions / articles.size());
  }

  private static double rate(MentionFinder finder, List<String> articles) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long end = begin;
    long tagged = 0;
    while (end - begin < ROUND.toNanos()) {
      for (var article : articles) {
        tagged += finder.find(article).isEmpty() ? 0 : 1;
      }
      end = THREADS.getCurrentThreadCpuTime();
    }
    return tagged * (double) Duration.ofSeconds(1).toNanos() / (end - begin);
  }

  /**
   * The time by the clock to load a finder and to tag a first article, and the heap in use then.
   */
  static String footprint(Supplier<MentionFinder> peer) {
    var article = articles().get(0);
    long before = heap();
    long begin = System.nanoTime();
    var finder = peer.get();
    long loaded = System.nanoTime();
    int mentions = finder.find(article).size();
    long tagged = System.nanoTime();
    long after = heap();
    // asked of the finder after the heap was measured, so that it is still in use there
    boolean same = finder.find(article).size() == mentions;
    return String.format(
        Locale.ROOT,
        "load ms\t%.0f\tfirst article ms\t%.0f\theap MB\t%.0f\tsame again\t%s",
        (loaded - begin) / MILLIS,
        (tagged - loaded) / MILLIS,
        (after - before) / MEGABYTE,
        same);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
