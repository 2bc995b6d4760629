package org.copytaster.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When each source was last heard and how much it sends, as far as this instance has seen, so that
 * one that has fallen silent or gone wild is noticed against its own rhythm. Remembers a day in
 * steps of five minutes, some 1.2 kB a source.
 */
final class SourceActivity {

  private static final long STEP_SECONDS = 300;
  private static final int STEPS = 288;

  /** Fewer articles in ten minutes than this are nobody's trouble, however unusual. */
  private static final int FEWEST_WILD = 30;

  private static final int WILD = 10;

  /** For so long a source must have been heard before anything counts as usual. */
  private static final Duration GETTING_TO_KNOW = Duration.ofHours(1);

  /**
   * A clock that is set back further than this is believed: what was counted ahead of it is void.
   */
  private static final Duration SET_BACK = Duration.ofSeconds(2 * STEP_SECONDS);

  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
  private volatile Instant since;

  /**
   * Nobody was heard yet.
   *
   * @param since when listening began; nobody is quiet before its time has passed from then
   */
  SourceActivity(Instant since) {
    this.since = since;
  }

  /** One article of a source was taken, or recognised as a repeat. */
  void heard(String source, Instant now) {
    tallies.computeIfAbsent(source, name -> new Tally(now)).add(now);
  }

  /** When a source was last heard; null if never. */
  @Nullable Instant last(String source) {
    var tally = tallies.get(source);
    return tally == null ? null : tally.last();
  }

  /** When listening began; from now on, if that is ahead of a clock that was set back. */
  private Instant since(Instant now) {
    if (since.isAfter(now.plus(SET_BACK))) {
      since = now;
    }
    return since;
  }

  /** What the source does now. */
  SourceState state(Source source, Instant now) {
    var tally = tallies.get(source.name());
    var last = tally == null ? since(now) : tally.last(now);
    if (source.rhythm().overdue(last, now, source.zone())) {
      return SourceState.QUIET;
    }
    if (tally == null) {
      return source.rhythm().every() == null ? SourceState.UNHEARD : SourceState.LIVELY;
    }
    return tally.wild(now) ? SourceState.HAYWIRE : SourceState.LIVELY;
  }

  /** The articles of one source in steps of time. */
  private static final class Tally {

    private final int[] counts = new int[STEPS];
    private Instant first;
    private Instant last;
    private long step;

    Tally(Instant first) {
      this.first = first;
      this.last = first;
      this.step = step(first);
    }

    private static long step(Instant time) {
      return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    synchronized void add(Instant now) {
      advance(now);
      counts[Math.floorMod(step, STEPS)]++;
      if (now.isAfter(last)) {
        last = now;
      }
    }

    synchronized Instant last() {
      return last;
    }

    /** The same, as far as a clock that was set back can know. */
    synchronized Instant last(Instant now) {
      advance(now);
      return last;
    }

    /** Whether the last two steps hold far more than two steps usually do. */
    synchronized boolean wild(Instant now) {
      advance(now);
      if (now.isBefore(first.plus(GETTING_TO_KNOW))) {
        return false;
      }
      int recent = count(0) + count(1);
      long known = Math.min(STEPS, step - step(first) + 1);
      int before = 0;
      for (int i = 2; i < known; i++) {
        before += count(i);
      }
      double usual = 2.0 * before / Math.max(1, known - 2);
      return recent >= FEWEST_WILD && recent > WILD * Math.max(1, usual);
    }

    private int count(int stepsAgo) {
      return counts[Math.floorMod(step - stepsAgo, STEPS)];
    }

    /**
     * Clears the steps that have passed since the last look. Time that goes back a little is not
     * believed; where a clock was set back, everything begins anew.
     */
    private void advance(Instant now) {
      long next = step(now);
      if (last.isAfter(now.plus(SET_BACK)) || step(now.plus(SET_BACK)) < step) {
        Arrays.fill(counts, 0);
        first = now;
        last = now;
        step = next;
      }
      for (long i = Math.max(step, next - STEPS) + 1; i <= next; i++) {
        counts[Math.floorMod(i, STEPS)] = 0;
      }
      step = Math.max(step, next);
    }
  }
}
