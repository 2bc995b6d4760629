package org.copytaster.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a process takes notice of a clock that was set back. */
class SetBackTest {

  private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
  private final AtomicLong nanos = new AtomicLong(-7_000_000_000L);
  private final SetBack clock = new SetBack(millis::get, nanos::get);

  @Test
  void aClockThatGoesIsNotSetBack() {
    for (int turn = 0; turn < 1_000; turn++) {
      pass(Duration.ofMillis(500));
      assertThat(clock.by()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT6S", "PT1H", "P1D", "P400D", "P20000D"})
  void itIsNoticedAtTheNextQuestion(Duration back) {
    pass(Duration.ofMillis(500));
    millis.addAndGet(-back.toMillis());

    assertThat(clock.by()).contains(back);
  }

  @Test
  void aClockThatWasAheadAndIsCorrectedWasSetBack() {
    millis.addAndGet(Duration.ofHours(1).toMillis());
    assertThat(clock.by()).isEmpty();
    pass(Duration.ofMinutes(1));
    assertThat(clock.by()).isEmpty();
    millis.addAndGet(-Duration.ofHours(1).toMillis());

    assertThat(clock.by()).contains(Duration.ofHours(1));
  }

  @Test
  void smallCorrectionsAreWaitedOutHoweverManyThereAre() {
    for (int night = 0; night < 100; night++) {
      pass(Duration.ofDays(1));
      millis.addAndGet(-2_000);
      assertThat(clock.by()).isEmpty();
    }
  }

  @Test
  void aProcessThatWasStoppedForLongIsNotTakenForIt() {
    pass(Duration.ofHours(3));
    assertThat(clock.by()).isEmpty();
    millis.addAndGet(Duration.ofHours(8).toMillis()); // the machine slept, and the count did not go
    assertThat(clock.by()).isEmpty();
  }

  private void pass(Duration time) {
    millis.addAndGet(time.toMillis());
    nanos.addAndGet(time.toNanos());
  }
}
