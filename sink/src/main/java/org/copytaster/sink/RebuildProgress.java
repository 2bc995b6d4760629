package org.copytaster.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.copytaster.runtime.time.Countdown;

/** Tells every ten seconds, and at the end, how far a pass has come. */
final class RebuildProgress implements TopicStretch.Progress {

  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final String pass;
  private final LongSupplier stored;
  private final long before;
  private final Clock clock;
  private final Consumer<String> told;
  private final Instant begin;
  private final Countdown untilNext = new Countdown();

  /**
   * Begins now.
   *
   * @param pass what is counted, in words
   * @param stored the count, which may have begun with an earlier pass
   */
  RebuildProgress(String pass, LongSupplier stored, Clock clock, Consumer<String> told) {
    this.pass = pass;
    this.stored = stored;
    this.before = stored.getAsLong();
    this.clock = clock;
    this.told = told;
    this.begin = clock.instant();
    untilNext.start(BETWEEN);
  }

  @Override
  public void at(long done, long all) {
    if (untilNext.over()) {
      untilNext.start(BETWEEN);
      told.accept(
          String.format(
              Locale.ROOT, "%d %% read; %s", all == 0 ? 100 : done * 100 / all, sentence()));
    }
  }

  /** Tells how it went. */
  void done() {
    told.accept(sentence());
  }

  private String sentence() {
    double seconds = Math.max(0.001, Duration.between(begin, clock.instant()).toMillis() / 1_000.0);
    long count = stored.getAsLong() - before;
    return String.format(
        Locale.ROOT, "%s: %d in %.1f s, %.0f a second", pass, count, seconds, count / seconds);
  }
}
