package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AskedPartTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void anAnswerIsToldWithItsTime() {
    try (var part = new AskedPart<>("part", asked::incrementAndGet, Clock.systemUTC())) {
      var before = Instant.now();

      var known = part.known(PATIENCE);

      assertThat(known.value()).contains(1);
      assertThat(known.at()).isAfterOrEqualTo(before);
      assertThat(known.failed()).isFalse();
    }
  }

  @Test
  void thoseWhoAskAtOnceShareAnAnswer() {
    try (var part = new AskedPart<>("part", asked::incrementAndGet, Clock.systemUTC())) {
      part.begin();
      for (int i = 0; i < 50; i++) {
        part.known(PATIENCE);
      }

      assertThat(asked).hasValueLessThanOrEqualTo(2);
    }
  }

  @Test
  void whatHangsHoldsNobodyUpAndIsToldAsItWasKnownLast() {
    var forEver = new CountDownLatch(1);
    try (var part =
        new AskedPart<>(
            "part",
            () -> {
              if (asked.incrementAndGet() > 1) {
                forEver.await();
              }
              return "known";
            },
            Clock.systemUTC())) {
      var first = part.known(PATIENCE);
      Awaitility.await().atMost(PATIENCE).until(() -> part.known(Duration.ZERO).failed());

      var begun = System.nanoTime();
      var known = part.known(Duration.ofMillis(10));

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      assertThat(known.value()).contains("known");
      assertThat(known.at()).isEqualTo(first.at());
    }
  }

  @Test
  void whatFailsSaysSoAndKeepsWhatWasKnown() {
    try (var part =
        new AskedPart<>(
            "part",
            () -> {
              if (asked.incrementAndGet() > 1) {
                throw new IllegalStateException("away");
              }
              return "known";
            },
            Clock.systemUTC())) {
      part.known(PATIENCE);

      Awaitility.await().atMost(PATIENCE).until(() -> part.known(PATIENCE).failed());

      assertThat(part.known(PATIENCE).value()).contains("known");
    }
  }
}
