package org.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceActivityTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

  private final SourceActivity activity = new SourceActivity(MORNING);
  private final Source coast = every(Duration.ofMinutes(15));

  @Test
  void aSourceThatWasNeverHeardIsQuietOnceItsTimeHasPassed() {
    assertThat(activity.state(coast, MORNING.plusSeconds(14 * 60))).isEqualTo(SourceState.LIVELY);
    assertThat(activity.state(coast, MORNING.plusSeconds(16 * 60))).isEqualTo(SourceState.QUIET);
  }

  @Test
  void aQuietSourceIsLivelyAgainWithItsNextArticle() {
    var late = MORNING.plusSeconds(3600);
    activity.heard("coast", late);

    assertThat(activity.state(coast, late.plusSeconds(60))).isEqualTo(SourceState.LIVELY);
    assertThat(activity.last("coast")).isEqualTo(late);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "P365D"})
  void afterAClockWasSetBackASourceIsQuietAndLivelyAsBefore(Duration jump) {
    activity.heard("coast", MORNING.plus(jump));

    var right = MORNING.plusSeconds(60);
    assertThat(activity.state(coast, right)).isEqualTo(SourceState.LIVELY);
    assertThat(activity.state(coast, right.plusSeconds(16 * 60))).isEqualTo(SourceState.QUIET);
    activity.heard("coast", right.plusSeconds(17 * 60));
    assertThat(activity.last("coast")).isEqualTo(right.plusSeconds(17 * 60));
    assertThat(activity.state(coast, right.plusSeconds(18 * 60))).isEqualTo(SourceState.LIVELY);
  }

  @Test
  void afterAClockWasSetBackTheUsualIsNotHaywire() {
    var ahead = steady(Duration.ofHours(3), 60).plus(Duration.ofDays(365));
    activity.heard("coast", ahead);

    for (int i = 0; i < 240; i++) {
      activity.heard("coast", MORNING.plusSeconds(60L * i));
      assertThat(activity.state(coast, MORNING.plusSeconds(60L * i))).isEqualTo(SourceState.LIVELY);
    }
  }

  @Test
  void whoWasNeverHeardIsQuietAlsoIfListeningBeganInWhatIsTheFutureNow() {
    var before = MORNING.minus(Duration.ofDays(365));

    assertThat(activity.state(coast, before)).isEqualTo(SourceState.LIVELY);
    assertThat(activity.state(coast, before.plusSeconds(16 * 60))).isEqualTo(SourceState.QUIET);
  }

  @Test
  void aSourceWithoutARhythmIsNeverQuiet() {
    var stranger = Source.named("stranger", new Way.Http());

    assertThat(activity.state(stranger, MORNING.plusSeconds(86_400)))
        .isEqualTo(SourceState.UNHEARD);
  }

  @Test
  void tenTimesTheUsualIsHaywire() {
    var now = steady(Duration.ofHours(3), 60);

    for (int i = 0; i < 150; i++) {
      activity.heard("coast", now.plusSeconds(i));
    }

    assertThat(activity.state(coast, now.plusSeconds(150))).isEqualTo(SourceState.HAYWIRE);
  }

  @Test
  void aBusyHourIsNot() {
    var now = steady(Duration.ofHours(3), 60);

    for (int i = 0; i < 40; i++) {
      activity.heard("coast", now.plusSeconds(i));
    }

    assertThat(activity.state(coast, now.plusSeconds(60))).isEqualTo(SourceState.LIVELY);
  }

  @Test
  void aSourceThatIsNewIsNotHaywireWhateverItSends() {
    for (int i = 0; i < 500; i++) {
      activity.heard("coast", MORNING.plusSeconds(i));
    }

    assertThat(activity.state(coast, MORNING.plusSeconds(500))).isEqualTo(SourceState.LIVELY);
  }

  @Test
  void whatWasADayAgoIsForgotten() {
    var now = steady(Duration.ofHours(2), 1).plus(Duration.ofHours(30));
    activity.heard("coast", now.minusSeconds(7_000));

    for (int i = 0; i < 60; i++) {
      activity.heard("coast", now.plusSeconds(i));
    }

    assertThat(activity.state(coast, now.plusSeconds(60))).isEqualTo(SourceState.HAYWIRE);
  }

  /** One article every so many seconds, from the morning on; when that ends. */
  private Instant steady(Duration howLong, long seconds) {
    var end = MORNING.plus(howLong);
    for (var at = MORNING; at.isBefore(end); at = at.plusSeconds(seconds)) {
      activity.heard("coast", at);
    }
    return end;
  }

  private static Source every(Duration every) {
    return TestSources.rhythmic("coast", new Rhythm(every, null));
  }
}
