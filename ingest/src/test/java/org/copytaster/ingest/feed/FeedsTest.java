package org.copytaster.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.copytaster.schemas.record.FeedState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /** Checked at noon, next at five past. */
  @ParameterizedTest
  @CsvSource({
    "PT0S, false",
    "PT4M59S, false",
    "PT5M, true",
    "PT1H, true",
    "P365D, true",
    // a step of NTP is none
    "PT-1S, false",
    "PT-59S, false",
    "PT-1H, true",
    "P-1D, true",
    "P-365D, true"
  })
  void aFeedIsDueWhenItsTimeHasComeOrTheClockWasSetBack(Duration later, boolean due) {
    assertThat(Feeds.due(state(), NOON.plus(later))).isEqualTo(due);
  }

  @Test
  void aFeedThatIsGoneIsNeverDue() {
    var gone = FeedState.newBuilder(state()).setGone(true).build();

    assertThat(Feeds.due(gone, NOON.plus(Duration.ofDays(400)))).isFalse();
    assertThat(Feeds.due(gone, NOON.minus(Duration.ofDays(400)))).isFalse();
  }

  private static FeedState state() {
    return FeedState.newBuilder()
        .setSource("coast")
        .setAddress("https://wire.example/feed")
        .setCheckedAt(NOON)
        .setNextAt(NOON.plus(Duration.ofMinutes(5)))
        .build();
  }
}
