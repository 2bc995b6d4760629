package org.copytaster.formats.teletype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class ZczcFormatTest {

  private static final String COPY =
      "ZCZC HPA\r$N\r:Ferry\r=Winter\r^Ferry sails again\r*X\r+04015000\r"
          + "PORT ELLERY, Nov 23 HPA - The ferry sailed.\r\n\r\nIt brought mail.\r\nNNNN\r\n";

  private final ZczcFormat format = new ZczcFormat();

  @Test
  void everyFieldIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, COPY);

    assertThat(article.getGuid()).startsWith("urn:sha256:");
    assertThat(article.getHeadline()).isEqualTo("Ferry sails again");
    assertThat(article.getSlugline()).isEqualTo("Ferry");
    assertThat(article.getDateline()).isEqualTo("PORT ELLERY, Nov 23");
    assertThat(article.getSubjects().get(0).getCode()).isEqualTo("04015000");
    assertThat(article.getExtra()).containsEntry("=", "Winter").containsEntry("$", "N");
    assertThat(article.getBody())
        .isEqualTo("PORT ELLERY, Nov 23 HPA - The ferry sailed.\n\nIt brought mail.");
  }

  @Test
  void killInTheHeaderCancels() throws UnreadableCopyException {
    assertThat(Copies.only(format, COPY.replace("=Winter", "=KILL")).getPubStatus())
        .isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void copyWithoutAHeadlineIsCalledByItsKeyword() throws UnreadableCopyException {
    var article = Copies.only(format, "ZCZC\n#Ellery Tides\n:23/11/2026\nHigh 1.10\nNNNN\n");

    assertThat(article.getHeadline()).isEqualTo("Ellery Tides");
    assertThat(article.getRepairs()).containsExactly("headline:from-keyword-line");
  }

  @Test
  void titleOfAReleaseIsItsFirstLine() throws UnreadableCopyException {
    var article =
        Copies.only(
            format, "ZCZC HPA\n%MNETALL\n:\n:Ellery Ferries\n*X\nFares fall\n\nThe fares fell.\n");

    assertThat(article.getHeadline()).isEqualTo("Fares fall");
    assertThat(article.getSlugline()).isEqualTo("Ellery Ferries");
  }

  @Test
  void onlyALineOfItsOwnEndsTheFrame() throws UnreadableCopyException {
    assertThat(Copies.only(format, COPY.replace("mail.\r\nNNNN", "NNNN")).getBody())
        .endsWith("It brought NNNN");
  }

  @Test
  void manyEmptyLinesAreReadInTimeThatGrowsWithThem() {
    var copy = Copies.of("ZCZC\n#Ferry\nIt" + "\n".repeat(500_000) + "sailed.\n");

    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> format.read(copy)))
        .hasSize(1);
  }

  @Test
  void guidBesideTheCopyStands() throws UnreadableCopyException {
    var copy = Copies.of(COPY.getBytes(UTF_8), null, Map.of("guid", "urn:hpa:ferry"));

    assertThat(Copies.only(format, copy).getGuid()).isEqualTo("urn:hpa:ferry");
  }

  @Test
  void emptyFrameHoldsNoText() throws UnreadableCopyException {
    assertThat(format.read(Copies.of("ZCZC\n#Ferry\nNNNN\n")))
        .containsExactly(new Reading.NotText("", "a frame without text"));
  }

  @Test
  void textThatSpeaksOfTheFrameIsNone() {
    var prose = "ZCZC is how a telex began.\n# and NNNN how it ended.\n";

    assertThat(format.recognises(CopyHead.of(prose.getBytes(UTF_8)))).isFalse();
  }
}
