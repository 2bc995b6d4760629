package org.copytaster.formats.teletype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.api.Test;

class WeatherBulletinFormatTest {

  private static final String LAND =
      """
      IDN99999
      Australian Government Bureau of Meteorology
      Ellery Office

      Severe Weather Warning
      for HIGH WIND

      Issued at 4:38 pm EDT on Tuesday 24 November 2026.

      A low moves east.
      """;

  private static final String SEA =
      """
      IDY99998
      40:2:1:01:33S090E30050:11:00
      SECURITE
      Ocean Wind Warning 2
      Issued by the Australian Government Bureau of Meteorology
      At 0105UTC 24 November 2026

      Gales are expected.
      """;

  private final WeatherBulletinFormat format = new WeatherBulletinFormat();

  @Test
  void warningOnLandIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, LAND);

    assertThat(article.getGuid()).isEqualTo("urn:bom:IDN99999");
    assertThat(article.getHeadline()).isEqualTo("Severe Weather Warning for HIGH WIND");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-24T05:38:00Z"));
    assertThat(article.getBody()).endsWith("A low moves east.");
    assertThat(article.getRepairs()).isEmpty();
  }

  @Test
  void warningAtSeaIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, SEA);

    assertThat(article.getHeadline()).isEqualTo("Ocean Wind Warning 2");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-24T01:05:00Z"));
  }

  @Test
  void zoneThatNobodyKnowsIsFlagged() throws UnreadableCopyException {
    assertThat(Copies.only(format, LAND.replace("EDT", "XXT")).getRepairs())
        .containsExactly("versionCreated:unknown-zone");
  }

  @Test
  void timeThatCannotBeIsLeftOutAndFlagged() throws UnreadableCopyException {
    var article = Copies.only(format, LAND.replace("24 November", "31 November"));

    assertThat(article.getVersionCreated()).isNull();
    assertThat(article.getRepairs()).containsExactly("versionCreated:unreadable");
  }

  @Test
  void numberWithoutTheBureauIsNoBulletin() {
    assertThat(format.recognises(CopyHead.of("IDN99999\nA code.\n".getBytes(UTF_8)))).isFalse();
    assertThat(format.recognises(CopyHead.of(SEA.getBytes(UTF_8)))).isTrue();
  }
}
