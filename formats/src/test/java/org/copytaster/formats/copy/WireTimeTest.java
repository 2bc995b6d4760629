package org.copytaster.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T10:15:00Z|2026-11-23T10:15:00Z",
        "2026-11-23T10:15:00.123+01:00|2026-11-23T09:15:00.123Z",
        "2026-11-23T10:15:00+0100|2026-11-23T09:15:00Z",
        "2026-11-23T10:15:00+01|2026-11-23T09:15:00Z",
        "2026-11-23T10:15:00 +01:00|2026-11-23T09:15:00Z",
        "2026-11-23 10:15:00Z|2026-11-23T10:15:00Z",
        "2026-11-23T10:15|2026-11-23T09:15:00Z",
        "2026-11-23T10:15:00|2026-11-23T09:15:00Z",
        "20261123T101500Z|2026-11-23T10:15:00Z",
        "20261123T101500+0100|2026-11-23T09:15:00Z",
        "20261123T1015+0100|2026-11-23T09:15:00Z",
        "20261123T101500|2026-11-23T09:15:00Z",
        "20261123101500|2026-11-23T09:15:00Z",
        "2026-11-23|2026-11-22T23:00:00Z",
        "20261123|2026-11-22T23:00:00Z",
        "2026-11-23 10:15 UTC|2026-11-23T10:15:00Z",
        "Mon, 23 Nov 2026 10:15:00 +0100|2026-11-23T09:15:00Z",
        "Mon, 23 Nov 2026 10:15:00 GMT|2026-11-23T10:15:00Z",
        "Tue, 23 Nov 2026 10:15 EST|2026-11-23T15:15:00Z",
        "3 Nov 2026 10:15:00 -0500 (EST)|2026-11-03T15:15:00Z",
      })
  void timesOfTheWiresAreRead(String text, String moment) {
    assertThat(WireTime.parse(text, OSLO)).hasToString("Optional[" + moment + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "9999-12-31T00:00:00Z", "0000-00-00", "2026-13-01", "2026-02-30", "1"})
  void whatNamesNoMomentOfOurTimesIsNotRead(String text) {
    assertThat(WireTime.parse(text, OSLO)).isEmpty();
  }
}
