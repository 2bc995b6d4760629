package org.copytaster.ingest.format.teletype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.ingest.copy.Copies;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.junit.jupiter.api.Test;

class WeatherFormatTest {

  private static final String SEA =
      """
      IDY99020
      40:2:1:04:10S075E35100:11:00
      SECURITE
      Gale Warning for Area 99
      Issued by the Australian Government Bureau of Meteorology
      At 1859UTC 15 July 2026

      SITUATION
      Gales in the north.
      """
          .replace("\n", "\r\n");

  private final WeatherFormat format = new WeatherFormat();

  @Test
  void everyFieldIsRead() throws UnreadableCopy {
    var article = Copies.only(format, SEA);

    assertThat(article.getGuid()).isEqualTo("urn:bom:IDY99020:2026-07-15T18:59:00Z");
    assertThat(article.getHeadline()).isEqualTo("Gale Warning for Area 99");
    assertThat(article.getSlugline()).isEqualTo("IDY99020");
    assertThat(article.getCreditline()).isEqualTo("Bureau of Meteorology");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-07-15T18:59:00Z"));
    assertThat(article.getBody()).endsWith("SITUATION\nGales in the north.");
  }

  @Test
  void summerTimeIsAustralias() throws UnreadableCopy {
    var land =
        """
        IDN99400
        Australian Government Bureau of Meteorology
        New South Wales

        Severe Weather Warning
        for Damaging Winds

        Issued at 4:08 pm EDT on Sunday 1 November 2026.

        Stay inside.
        """;

    var article = Copies.only(format, land);

    assertThat(article.getHeadline()).isEqualTo("Severe Weather Warning for Damaging Winds");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-01T05:08:00Z"));
    assertThat(article.getRepairs()).isEmpty();
  }

  @Test
  void timeOfAnUnknownZoneIsTheSourcesAndFlagged() throws UnreadableCopy {
    var article = Copies.only(format, SEA.replace("1859UTC", "1859XST"));

    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-07-15T18:59:00Z"));
    assertThat(article.getRepairs()).containsExactly("versionCreated:unknown-zone");
  }

  @Test
  void warningWithoutItsMomentIsNamedByItsBytes() throws UnreadableCopy {
    var article = Copies.only(format, SEA.replace("15 July 2026", "this evening"));

    assertThat(article.getGuid()).startsWith("urn:sha256:");
    assertThat(article.getVersionCreated()).isNull();
    assertThat(article.getRepairs()).containsExactly("versionCreated:no-time");
  }

  @Test
  void hourThatCannotBeIsNoTime() throws UnreadableCopy {
    assertThat(Copies.only(format, SEA.replace("1859UTC", "9959UTC")).getVersionCreated()).isNull();
  }

  @Test
  void identifierAboveOtherTextIsNoWarning() {
    assertThat(format.recognises(Glimpse.of("IDX12345\nThe ferry sailed.\n".getBytes(UTF_8))))
        .isFalse();
  }
}
