package org.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final Rhythm NIGHTLY =
      new Rhythm(
          Duration.ofMinutes(30), new Rhythm.QuietHours(LocalTime.of(23, 0), LocalTime.of(5, 0)));

  @Test
  void aSourceThatIsQuietForTooLongIsOverdue() {
    assertThat(overdue("2026-11-23T12:00:00Z", "2026-11-23T12:31:00Z")).isTrue();
    assertThat(overdue("2026-11-23T12:00:00Z", "2026-11-23T12:29:00Z")).isFalse();
  }

  @Test
  void nothingIsExpectedInQuietHoursNorRightAfter() {
    assertThat(overdue("2026-11-23T22:50:00Z", "2026-11-24T04:00:00Z")).isFalse();
    assertThat(overdue("2026-11-23T22:50:00Z", "2026-11-24T05:20:00Z")).isFalse();
    assertThat(overdue("2026-11-23T22:50:00Z", "2026-11-24T05:31:00Z")).isTrue();
  }

  @Test
  void aSourceOfNoKnownRhythmIsNeverOverdue() {
    var last = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(Rhythm.UNKNOWN.overdue(last, last.plus(Duration.ofDays(99)), LISBON)).isFalse();
  }

  @Test
  void aSourceIsExpectedOutsideOfItsQuietHoursOnceItHasHadItsTime() {
    assertThat(expected("2026-11-24T12:00:00Z")).isTrue();
    assertThat(expected("2026-11-24T03:00:00Z")).isFalse();
    assertThat(expected("2026-11-24T05:20:00Z")).isFalse();
    assertThat(expected("2026-11-24T05:31:00Z")).isTrue();
    assertThat(Rhythm.UNKNOWN.expects(Instant.parse("2026-11-24T12:00:00Z"), LISBON)).isFalse();
  }

  private static boolean expected(String now) {
    return NIGHTLY.expects(Instant.parse(now), LISBON);
  }

  private static boolean overdue(String last, String now) {
    return NIGHTLY.overdue(Instant.parse(last), Instant.parse(now), LISBON);
  }
}
