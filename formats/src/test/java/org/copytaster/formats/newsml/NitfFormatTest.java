package org.copytaster.formats.newsml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.junit.jupiter.api.Test;

class NitfFormatTest {

  private final NitfFormat format = new NitfFormat();

  private Article docdata(String status, String docdata) throws Exception {
    return Copies.only(
        format,
        "<nitf><head><docdata management-status='"
            + status
            + "'><doc-id id-string='k1'/>"
            + docdata
            + "</docdata></head><body><body.content><p>Tides.</p></body.content></body></nitf>");
  }

  @Test
  void headBecomesFields() throws Exception {
    var article = Samples.article(Samples.read(format, "tides.xml").get(0));

    assertThat(article.getGuid()).isEqualTo("kea-88");
    assertThat(article.getVersion()).isEqualTo(5);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-03-01T21:00:00Z"));
    assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-03-02T05:00:00Z"));
    assertThat(article.getLanguage()).isEqualTo("en-NZ");
    assertThat(article.getHeadline()).isEqualTo("Tides run late");
    assertThat(article.getSlugline()).isEqualTo("Tides");
    assertThat(article.getByline()).isEqualTo("Tui Marsh");
    assertThat(article.getDateline()).isEqualTo("Port Kea, Zealandia");
    assertThat(article.getCreditline()).isEqualTo("Kea");
    assertThat(article.getEdNote()).isEqualTo("Adds the table\nSecond take follows.");
    assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
    assertThat(article.getExtra())
        .containsEntry("abstract", "Short.")
        .containsEntry("hl2", "Again");
    assertThat(article.getSubjects().get(0).getCode()).isEqualTo("17000000");
  }

  @Test
  void captionsAndCreditsInTheBodyAreMarkedAsSuch() throws Exception {
    var article = Samples.article(Samples.read(format, "tides.xml").get(0));

    assertThat(article.getBody())
        .isEqualTo(
            "The tide came at noon.\n\nWater.\n\nMarsh\n\nHigh\t12:04\nLow\t18:10\n\n"
                + "Wren Hill contributed.");
    assertThat(article.getZones())
        .extracting(ZoneSpan::getZone)
        .containsExactly(Zone.CAPTION, Zone.CREDIT);
  }

  @Test
  void canceledDocumentIsAKill() throws Exception {
    assertThat(docdata("canceled", "").getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void withheldDocumentIsWithheld() throws Exception {
    assertThat(docdata("withheld", "").getPubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void embargoedDocumentWithoutTimeIsHeld() throws Exception {
    assertThat(docdata("embargoed", "").getEmbargoUnread()).isTrue();
  }

  @Test
  void releaseAtTheTimeOfIssueIsNoEmbargo() throws Exception {
    var article =
        docdata(
            "usable",
            "<date.issue norm='20260302T100000Z'/><date.release norm='20260302T100000Z'/>");

    assertThat(article.getEmbargoed()).isNull();
    assertThat(article.getEmbargoUnread()).isFalse();
  }

  @Test
  void releaseThatIsDamagedIsHeld() throws Exception {
    assertThat(docdata("usable", "<date.release norm='20269902T100000Z'/>").getEmbargoUnread())
        .isTrue();
  }

  @Test
  void killInTheTypeOfTheMessageCounts() throws Exception {
    var article = docdata("usable", "<ed-msg info='Please stop' msg-type='kill'/>");

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void documentWithoutBodyIsNoText() throws Exception {
    assertThat(format.read(Copies.of("<nitf><body/></nitf>")).get(0))
        .isInstanceOf(Reading.NotText.class);
  }
}
