package org.copytaster.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.copytaster.tagging.timex.PatternTimexTagger;

/**
 * Prints how many articles of 500 words one thread finds the dates of in a second of CPU. On a
 * machine that does other work beside it this says more than a second of the clock.
 */
public final class TimexRate {

  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TimexRate() {}

  /** Prints one line a set of articles: the rounds in order of size after as many to warm up. */
  public static void main(String[] arguments) {
    var tagger = PatternTimexTagger.english();
    print("dense", tagger, List.of(ZonedArticle.of(Texts.own())));
    print("mixed", tagger, ZonedArticle.mixed());
  }

  private static void print(String name, PatternTimexTagger tagger, List<ZonedArticle> stories) {
    for (int round = 0; round < ROUNDS; round++) {
      rate(tagger, stories);
    }
    long[] rates = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rates[round] = rate(tagger, stories);
    }
    Arrays.sort(rates);
    long timexes = stories.stream().mapToLong(story -> timexes(tagger, story)).sum();
    System.out.printf(
        "%s\t%s\tmedian articles per CPU second\t%d\tleast %d, most %d\ttimexes per article\t%d%n",
        tagger.engine(),
        name,
        rates[ROUNDS / 2],
        rates[0],
        rates[ROUNDS - 1],
        timexes / stories.size());
  }

  private static int timexes(PatternTimexTagger tagger, ZonedArticle story) {
    return tagger.tag(story.text(), story.creation()).size();
  }

  private static long rate(PatternTimexTagger tagger, List<ZonedArticle> stories) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long end = begin;
    long articles = 0;
    while (end - begin < ROUND.toNanos()) {
      for (var story : stories) {
        articles += timexes(tagger, story) > 0 ? 1 : 0;
      }
      end = THREADS.getCurrentThreadCpuTime();
    }
    return articles * Duration.ofSeconds(1).toNanos() / (end - begin);
  }
}
