package org.copytaster.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

  private final Timetable timetable = new Timetable(() -> 0.5);

  @ParameterizedTest
  @CsvSource({
    "PT5M, 0, PT5M",
    "PT5M, 1, PT10M",
    "PT5M, 3, PT40M",
    "PT5M, 4, PT1H",
    "PT5M, 1000, PT1H",
    "PT6H, 0, PT6H",
    "PT6H, 2, PT6H"
  })
  void thePauseGrowsWithFailuresUpToAnHour(Duration every, int failures, Duration pause) {
    assertThat(timetable.pause(every, failures, null)).isEqualTo(pause);
  }

  @Test
  void theServersWishCountsIfItIsLonger() {
    var every = Duration.ofMinutes(5);

    assertThat(timetable.pause(every, 1, Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
    assertThat(timetable.pause(every, 1, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void feedsThatBeganTogetherDoNotStayTogether() {
    var every = Duration.ofMinutes(10);

    assertThat(new Timetable(() -> 0).pause(every, 0, null)).isEqualTo(Duration.ofMinutes(9));
    assertThat(new Timetable(() -> 1).pause(every, 0, null)).isEqualTo(Duration.ofMinutes(11));
  }
}
