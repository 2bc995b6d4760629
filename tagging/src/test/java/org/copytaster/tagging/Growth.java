package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Holds that work takes time in proportion to its size. What counts is the time of the CPU in this
 * thread, so that whatever else the machine does is not counted, and of several rounds the least: a
 * neighbour who takes the caches makes one of them several times as long as the next, but what
 * grows too fast does so in each.
 */
final class Growth {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;

  /** Clocks are coarse, and some work is done in 2 ms. */
  private static final Duration SLACK = Duration.ofMillis(100);

  private final IntFunction<Runnable> work;
  private final TreeMap<Integer, Duration> least = new TreeMap<>();

  /**
   * The growth of some work.
   *
   * @param work of so many units, made ready; only running it counts
   */
  Growth(IntFunction<Runnable> work) {
    this.work = work;
  }

  /** So many units take at most so many times as long as one. */
  void isAtMost(String what, List<AtMost> times) {
    // what is compiled first is slow, and a slow unit would excuse slow others
    measure(1);
    for (int round = 0; round == 0 || (round < ROUNDS && !within(times)); round++) {
      measure(1);
      times.forEach(most -> measure(most.units()));
    }
    assertThat(within(times)).as("%s, where so many units take %s", what, least).isTrue();
  }

  /** The least that so many units took. */
  Duration least(int units) {
    return least.getOrDefault(units, Duration.ZERO);
  }

  private boolean within(List<AtMost> times) {
    return times.stream()
        .allMatch(
            most ->
                least(most.units()).compareTo(least(1).multipliedBy(most.times()).plus(SLACK)) < 0);
  }

  private void measure(int units) {
    var ready = work.apply(units);
    long begin = THREADS.getCurrentThreadCpuTime();
    ready.run();
    var took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin);
    least.merge(units, took, (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  /**
   * How much longer more work may take.
   *
   * @param times as long as one unit
   */
  record AtMost(int units, int times) {}
}
