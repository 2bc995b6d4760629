package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OpenSegmentsTest {

  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final TopicPartition ONE = new TopicPartition("letters", 1);

  private final OpenSegments segments = new OpenSegments(Duration.ofHours(1));

  @Test
  void aRemovalThatNothingFollowsNeedsARecordOnceTheLagIsOver() {
    segments.removed(ONE, NOON);

    assertThat(segments.due(NOON.plus(Duration.ofHours(1)))).isEmpty();
    assertThat(segments.due(NOON.plus(Duration.ofMinutes(61)))).containsExactly(ONE);
  }

  @Test
  void aRecordThatComesLaterThanTheLagIsEnough() {
    segments.removed(ONE, NOON);
    segments.written(ONE, NOON.plus(Duration.ofMinutes(61)));

    assertThat(segments.due(NOON.plus(Duration.ofHours(9)))).isEmpty();
  }

  @Test
  void aRecordThatComesBeforeIsNot() {
    segments.removed(ONE, NOON);
    segments.written(ONE, NOON.plus(Duration.ofMinutes(59)));

    assertThat(segments.due(NOON.plus(Duration.ofHours(2)))).containsExactly(ONE);
  }

  @Test
  void theLastRemovalCounts() {
    segments.removed(ONE, NOON.plus(Duration.ofMinutes(30)));
    segments.removed(ONE, NOON);

    assertThat(segments.due(NOON.plus(Duration.ofMinutes(61)))).isEmpty();
  }

  @Test
  void ofAPartitionOfSomebodyElseNothingIsDue() {
    segments.removed(ONE, NOON);
    segments.forget(List.of(ONE));

    assertThat(segments.due(NOON.plus(Duration.ofHours(2)))).isEmpty();
  }
}
