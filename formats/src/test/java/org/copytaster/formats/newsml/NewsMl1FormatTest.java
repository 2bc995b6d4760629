package org.copytaster.formats.newsml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class NewsMl1FormatTest {

  private final NewsMl1Format format = new NewsMl1Format();

  private static String killed(String status, String instruction) {
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>merle.example</ProviderId>"
        + "<DateId>20260302</DateId><NewsItemId>9</NewsItemId><RevisionId>3</RevisionId>"
        + "<PublicIdentifier>urn:newsml:merle.example:20260302:9:3</PublicIdentifier>"
        + "</NewsIdentifier></Identification><NewsManagement><Status FormalName='"
        + status
        + "'/>"
        + instruction
        + "</NewsManagement><NewsComponent><NewsLines><HeadLine>Gone</HeadLine></NewsLines>"
        + "</NewsComponent></NewsItem></NewsML>";
  }

  @Test
  void everyLanguageIsAnArticleOfItsOwn() throws Exception {
    var readings = Samples.read(format, "bilingual.xml");

    assertThat(readings).hasSize(3);
    var dutch = Samples.article(readings.get(0));
    var french = Samples.article(readings.get(1));
    assertThat(dutch.getGuid()).isEqualTo("urn:newsml:merle.example:771");
    assertThat(dutch.getBody())
        .isEqualTo("De trein vertrok alleen.\n\nNiemand zag het.\n\nBehalve de kat.");
    assertThat(french.getGuid()).isEqualTo("urn:newsml:merle.example:771:fr");
    assertThat(french.getHeadline()).isEqualTo("Un train seul");
    assertThat(french.getBody()).isEqualTo("Le train est parti seul.");
  }

  @Test
  void managementAndLinesBecomeFields() throws Exception {
    var article = Samples.article(Samples.read(format, "bilingual.xml").get(0));

    assertThat(article.getVersion()).isEqualTo(2);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
    assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-03-02T17:00:00Z"));
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
    assertThat(article.getUrgency()).isEqualTo(3);
    assertThat(article.getLanguage()).isEqualTo("nl");
    assertThat(article.getHeadline()).isEqualTo("Trein zonder machinist");
    assertThat(article.getDateline()).isEqualTo("BRUSSEL 2/3 (Merle)");
    assertThat(article.getSlugline()).isEqualTo("TREIN");
    assertThat(article.getCreditline()).isEqualTo("MERLE");
    assertThat(article.getSubjects().get(0).getScheme()).isEqualTo("subj");
    assertThat(article.getExtra()).containsEntry("Picture", "Een trein.");
  }

  @Test
  void videoWithListOfShotsIsNoText() throws Exception {
    assertThat(Samples.read(format, "bilingual.xml").get(2))
        .isEqualTo(new Reading.NotText("urn:newsml:merle.example:20260302:772", "a video"));
  }

  @Test
  void canceledItemWithoutTextIsAKill() throws Exception {
    var article = Copies.only(format, killed("Canceled", ""));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getGuid()).isEqualTo("urn:newsml:merle.example:20260302:9");
    assertThat(article.getHeadline()).isEqualTo("Gone");
  }

  @Test
  void instructionToDeleteIsAKillThoughTheStatusIsUsable() throws Exception {
    var article = Copies.only(format, killed("Usable", "<Instruction FormalName='Delete'/>"));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
  }
}
