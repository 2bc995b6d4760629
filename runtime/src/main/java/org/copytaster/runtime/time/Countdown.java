package org.copytaster.runtime.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A length of time that is over or not, whatever the clock on the wall does in the meantime. */
public final class Countdown {

  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final LongSupplier nanos;
  private final AtomicLong end;

  /** One that is over until it is started. */
  public Countdown() {
    this(System::nanoTime);
  }

  /**
   * The same by another count.
   *
   * @param nanos counts nanoseconds from anywhere, never backwards
   */
  Countdown(LongSupplier nanos) {
    this.nanos = nanos;
    this.end = new AtomicLong(nanos.getAsLong());
  }

  /** One that has begun. */
  public static Countdown of(Duration length) {
    var begun = new Countdown();
    begun.start(length);
    return begun;
  }

  /** Begins anew; a length below zero is over at once. */
  public void start(Duration length) {
    var bounded = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    end.set(nanos.getAsLong() + Math.max(0, bounded.toNanos()));
  }

  public boolean over() {
    return nanos.getAsLong() - end.get() >= 0;
  }
}
