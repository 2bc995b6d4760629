package org.copytaster.ingest.format.teletype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.ingest.copy.Copies;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class ZczcFormatTest {

  private static final String COPY =
      "ZCZC HPA\r$N\r:Ferry\r=Winter\r^Ferry sails again\r*X\r+04015000\r"
          + "PORT ELLERY, Nov 23 HPA - The ferry sailed.\r\n\r\nIt brought mail.\r\nNNNN\r\n";

  private final ZczcFormat format = new ZczcFormat();

  @Test
  void everyFieldIsRead() throws UnreadableCopy {
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
  void killInTheHeaderCancels() throws UnreadableCopy {
    assertThat(Copies.only(format, COPY.replace("=Winter", "=KILL")).getPubStatus())
        .isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void racingPageHasItsTitleUnderTheCodes() throws UnreadableCopy {
    var page = "ZCZC HPA000\nYY TDR\nRACING : Port Ellery FIELDS Monday\nTrack: Soft(5)\nNNNN\n";

    var article = Copies.only(format, page);

    assertThat(article.getHeadline()).isEqualTo("Port Ellery FIELDS Monday");
    assertThat(article.getExtra()).containsEntry("YY", "TDR");
    assertThat(article.getBody()).startsWith("RACING : Port Ellery").endsWith("Track: Soft(5)");
  }

  @Test
  void releaseWithoutAHeadlineHasItInItsFirstLine() throws UnreadableCopy {
    var release =
        """
        ZCZC HPA
        %MN
        $J
        :Ellery Ferries
        *X
        Media release: Ferry sails again

        The ferry sailed.
        NNNN
        """;

    var article = Copies.only(format, release);

    assertThat(article.getHeadline()).isEqualTo("Media release: Ferry sails again");
    assertThat(article.getSlugline()).isEqualTo("Ellery Ferries");
    assertThat(article.getRepairs()).containsExactly("headline:from-first-line");
  }

  @Test
  void keywordIsTheHeadlineWhereThereIsNoOther() throws UnreadableCopy {
    var article = Copies.only(format, "ZCZC\r#Ferry fares\r:11/10/2026\r\rOne way 3.\rNNNN\r");

    assertThat(article.getHeadline()).isEqualTo("Ferry fares");
    assertThat(article.getRepairs()).containsExactly("headline:from-keyword-line");
  }

  @Test
  void emptyFrameHoldsNoText() throws UnreadableCopy {
    assertThat(format.read(Copies.of("ZCZC\n#Ferry\nNNNN\n")))
        .containsExactly(new Reading.NotText("", "a frame without text"));
  }

  @Test
  void textThatSpeaksOfTheFrameIsNone() {
    var prose = "ZCZC is how a telex began.\n# and NNNN how it ended.\n";

    assertThat(format.recognises(Glimpse.of(prose.getBytes(UTF_8)))).isFalse();
  }
}
