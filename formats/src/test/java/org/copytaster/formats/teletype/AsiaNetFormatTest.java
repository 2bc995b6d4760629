package org.copytaster.formats.teletype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.api.Test;

class AsiaNetFormatTest {

  private static final String COPY =
      """
      Source: Ellery Ferries\r
      MEDIA RELEASE PR90210\r
      Ellery Ferries to Buy\r
      a Second Ship\r
      \r
      PORT ELLERY, Nov. 23, 2026 /HarbourWire-AsiaNet/ --\r
      \r
          The company said it would buy a ship.\r
      """;

  private final AsiaNetFormat format = new AsiaNetFormat();

  @Test
  void everyFieldIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, COPY);

    assertThat(article.getGuid()).isEqualTo("urn:asianet:PR90210");
    assertThat(article.getHeadline()).isEqualTo("Ellery Ferries to Buy a Second Ship");
    assertThat(article.getDateline()).isEqualTo("PORT ELLERY, Nov. 23, 2026");
    assertThat(article.getCreditline()).isEqualTo("HarbourWire-AsiaNet");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(article.getRepairs()).containsExactly("zone:assumed-UTC", "versionCreated:no-time");
    assertThat(article.getExtra()).containsEntry("source", "Ellery Ferries");
    assertThat(article.getBody()).endsWith("The company said it would buy a ship.");
  }

  @Test
  void correctedReleaseHasTheGuidOfTheFirst() throws UnreadableCopyException {
    assertThat(Copies.only(format, COPY.replace("a ship", "two ships")).getGuid())
        .isEqualTo(Copies.only(format, COPY).getGuid());
  }

  @Test
  void dayThatDoesNotExistIsNotTaken() throws UnreadableCopyException {
    assertThat(Copies.only(format, COPY.replace("Nov. 23", "Feb. 30")).getVersionCreated())
        .isNull();
  }

  @Test
  void proseAboutAReleaseIsNone() {
    var prose = "Source: the harbour.\nA media release PR90210 said so.\n";

    assertThat(format.recognises(CopyHead.of(prose.getBytes(UTF_8)))).isFalse();
    assertThat(format.recognises(CopyHead.of(COPY.getBytes(UTF_8)))).isTrue();
  }
}
