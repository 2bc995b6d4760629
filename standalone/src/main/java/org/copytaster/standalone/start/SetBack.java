package org.copytaster.standalone.start;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices that the clock of the machine was set back while the process ran. Kafka's clients measure
 * their pauses and heartbeats by that clock: set back by an hour they stand still for an hour, and
 * a group that one of them belongs to cannot share out its partitions. A setting of theirs does not
 * change it; new clients begin with the new time.
 */
final class SetBack {

  /** What clients wait out without losing their place in a group. */
  private static final Duration HARMLESS = Duration.ofSeconds(5);

  private final LongSupplier millis;
  private final LongSupplier nanos;
  private long before;

  /**
   * Begins now.
   *
   * @param millis the clock
   * @param nanos counts nanoseconds from anywhere, never backwards
   */
  SetBack(LongSupplier millis, LongSupplier nanos) {
    this.millis = millis;
    this.nanos = nanos;
    this.before = difference();
  }

  /**
   * By how much the clock was set back since the last question; empty if by so little that nothing
   * stops. To be asked often.
   */
  Optional<Duration> by() {
    long now = difference();
    var back = Duration.ofMillis(before - now);
    before = now;
    return back.compareTo(HARMLESS) > 0 ? Optional.of(back) : Optional.empty();
  }

  private long difference() {
    return millis.getAsLong() - nanos.getAsLong() / 1_000_000;
  }
}
