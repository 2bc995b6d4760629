package org.copytaster.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountdownTest {

  /** Near its end, where it turns from the largest number to the smallest. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private final Countdown countdown = new Countdown(nanos::get);

  @Test
  void itIsOverUntilItIsStarted() {
    assertThat(countdown.over()).isTrue();
  }

  @Test
  void itIsOverOnceItsLengthHasPassed() {
    countdown.start(Duration.ofNanos(10));
    assertThat(countdown.over()).isFalse();

    nanos.addAndGet(9);
    assertThat(countdown.over()).isFalse();
    nanos.addAndGet(1);
    assertThat(countdown.over()).isTrue();
  }

  @Test
  void noLengthIsTooLongOrTooShort() {
    countdown.start(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(countdown.over()).isFalse();

    countdown.start(Duration.ofSeconds(-1));
    assertThat(countdown.over()).isTrue();
  }
}
