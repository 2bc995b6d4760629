package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
  private final SteadyTime time = new SteadyTime(clock, nanos::get);

  @Test
  void itBeginsWithTheClock() {
    assertThat(time.milliseconds()).isEqualTo(START.toEpochMilli());
  }

  @Test
  void itGoesForwardWhateverTheClockDoes() {
    clock.set(START.minus(Duration.ofDays(365)));
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(time.milliseconds()).isEqualTo(START.toEpochMilli() + 2_000);

    clock.set(START.plus(Duration.ofDays(365)));
    assertThat(time.milliseconds()).isEqualTo(START.toEpochMilli() + 2_000);
  }

  @Test
  void aWaitEndsAfterItsLength() throws InterruptedException {
    var really = new SteadyTime(clock, System::nanoTime);
    var lock = new Object();
    synchronized (lock) {
      long begin = System.nanoTime();
      try {
        really.waitObject(lock, () -> false, really.milliseconds() + 50);
      } catch (org.apache.kafka.common.errors.TimeoutException e) {
        assertThat(System.nanoTime() - begin).isGreaterThan(Duration.ofMillis(40).toNanos());
        return;
      }
    }
    throw new AssertionError("it did not wait");
  }
}
