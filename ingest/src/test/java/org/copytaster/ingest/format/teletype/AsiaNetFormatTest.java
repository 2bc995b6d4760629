package org.copytaster.ingest.format.teletype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.ingest.copy.Copies;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.junit.jupiter.api.Test;

class AsiaNetFormatTest {

  private static final String HEAD =
      """
      Source: Ellery Ferries
      MEDIA RELEASE PR99254
      New Ferry Joins the Fleet of Port
      Ellery

      """
          .replace("\n", "\r\n");

  private final AsiaNetFormat format = new AsiaNetFormat();

  @Test
  void everyFieldIsRead() throws UnreadableCopy {
    var article =
        Copies.only(
            format,
            HEAD
                + "PORT ELLERY, Feb. 1, 2026 /PRNewswire-AsiaNet/ --\r\n\r\n"
                + "    The ferry was launched today.\r\n\r\nIt takes mail.\r\n");

    assertThat(article.getGuid()).isEqualTo("urn:asianet:PR99254");
    assertThat(article.getHeadline()).isEqualTo("New Ferry Joins the Fleet of Port Ellery");
    assertThat(article.getSlugline()).isEqualTo("Ellery Ferries");
    assertThat(article.getDateline()).isEqualTo("PORT ELLERY, Feb. 1, 2026");
    assertThat(article.getCreditline()).isEqualTo("PRNewswire-AsiaNet");
    assertThat(article.getBody()).endsWith("--\n\nThe ferry was launched today.\n\nIt takes mail.");
  }

  @Test
  void addressThatIsLongerThanTheMarginDoesNotKeepLinesBroken() throws UnreadableCopy {
    var article =
        Copies.only(
            format,
            HEAD
                + "The ferry was launched today by the harbour master, who hopes for winters\r\n"
                + "without ice.\r\n\r\nhttp://ferries.example/"
                + "a".repeat(90)
                + "\r\n");

    assertThat(article.getBody()).contains("hopes for winters without ice.\n\nhttp://ferries");
  }

  @Test
  void headerWithoutTextHoldsNoText() throws UnreadableCopy {
    assertThat(format.read(Copies.of(HEAD)))
        .containsExactly(new Reading.NotText("urn:asianet:PR99254", "a header without text"));
  }

  @Test
  void releaseWithoutANumberIsNotAsiaNets() {
    var other = HEAD.replace(" PR99254", "").getBytes(UTF_8);

    assertThat(format.recognises(Glimpse.of(other))).isFalse();
  }
}
