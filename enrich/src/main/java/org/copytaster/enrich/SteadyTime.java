package org.copytaster.enrich;

import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * Time as Kafka Streams shall measure it: it begins with the clock's and then goes forward second
 * by second, whatever happens to the clock. By the clock itself, Streams would neither commit nor
 * look for articles whose embargo is over until a clock that was set back has caught up.
 */
final class SteadyTime implements Time {

  private final long begin;
  private final long since;
  private final LongSupplier nanos;

  /**
   * Begins now.
   *
   * @param nanos counts nanoseconds from anywhere, never backwards
   */
  SteadyTime(Clock clock, LongSupplier nanos) {
    this.begin = clock.millis();
    this.since = nanos.getAsLong();
    this.nanos = nanos;
  }

  @Override
  public long milliseconds() {
    return begin + (nanos.getAsLong() - since) / 1_000_000;
  }

  @Override
  public long nanoseconds() {
    return nanos.getAsLong();
  }

  @Override
  public void sleep(long millis) {
    Time.SYSTEM.sleep(millis);
  }

  @Override
  public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMillis)
      throws InterruptedException {
    long left = deadlineMillis - milliseconds();
    Time.SYSTEM.waitObject(object, condition, Time.SYSTEM.milliseconds() + left);
  }
}
