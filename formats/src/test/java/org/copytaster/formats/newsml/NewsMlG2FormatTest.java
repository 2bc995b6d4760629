package org.copytaster.formats.newsml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.junit.jupiter.api.Test;

class NewsMlG2FormatTest {

  private final NewsMlG2Format format = new NewsMlG2Format();

  private static String item(String status, String content) {
    return "<newsItem guid='g:1' version='2' xml:lang='en'><itemMeta><itemClass qcode='ninat:text'/>"
        + status
        + "</itemMeta><contentMeta><headline>Gulls</headline></contentMeta><contentSet>"
        + content
        + "</contentSet></newsItem>";
  }

  @Test
  void everyItemOfMessageIsReadForItself() throws Exception {
    var readings = Samples.read(format, "message.xml");

    assertThat(readings).hasSize(4);
    assertThat(readings.get(0)).isInstanceOf(Reading.Text.class);
    assertThat(readings.get(1))
        .isEqualTo(new Reading.NotText("urn:newsml:kestrel.example:20260302:photo", "a picture"));
    assertThat(readings.get(2))
        .isEqualTo(new Reading.NotText("urn:newsml:kestrel.example:20260302:top", "a package"));
  }

  @Test
  void fieldsAreWhatTheItemCallsSo() throws Exception {
    var article = Samples.article(Samples.read(format, "message.xml").get(0));

    assertThat(article.getGuid()).isEqualTo("urn:newsml:kestrel.example:20260302:harbour");
    assertThat(article.getVersion()).isEqualTo(3);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-03-02T07:58:00Z"));
    assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2026-03-01T18:00:00Z"));
    assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
    assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(article.getUrgency()).isEqualTo(4);
    assertThat(article.getLanguage()).isEqualTo("en-GB");
    assertThat(article.getHeadline()).isEqualTo("Ferry leaves without its captain");
    assertThat(article.getSlugline()).isEqualTo("HARBOUR-FERRY");
    assertThat(article.getByline()).isEqualTo("Ada Quill");
    assertThat(article.getDateline()).isEqualTo("OSTERMOUTH, March 2");
    assertThat(article.getCreditline()).isEqualTo("Kestrel");
    assertThat(article.getUsageTerms()).isEqualTo("Not for sale");
    assertThat(article.getEdNote()).isEqualTo("Corrects the name of the ferry.\nPicture to come.");
    assertThat(article.getExtra()).containsKeys("genre", "located", "catalogRef", "signal");
  }

  @Test
  void richestContentIsTheBodyWithoutTheHeadline() throws Exception {
    var article = Samples.article(Samples.read(format, "message.xml").get(0));

    assertThat(article.getBody())
        .isEqualTo("The ferry left & nobody minded.\n\nShip\tCrew\nGull\t4");
  }

  @Test
  void subjectsKeepSchemeCodeAndKind() throws Exception {
    var article = Samples.article(Samples.read(format, "message.xml").get(0));

    assertThat(article.getSubjects())
        .extracting(Subject::getType, Subject::getScheme, Subject::getCode, Subject::getName)
        .containsExactly(
            tuple("subject", "medtop", "20000523", "labour market"),
            tuple("person", null, "Ada Quill", "Ada Quill"),
            tuple("place", "http://places.example/town", "42", "Ostermouth"));
  }

  @Test
  void killThatOnlyTheSignalSaysIsOneWithoutText() throws Exception {
    var article = Samples.article(Samples.read(format, "message.xml").get(3));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
    assertThat(article.getBody()).isEmpty();
  }

  @Test
  void embargoThatCannotBeReadHolds() throws Exception {
    var article =
        Copies.only(
            format, item("<embargoed>soon</embargoed>", "<inlineData>Gulls came.</inlineData>"));

    assertThat(article.getEmbargoUnread()).isTrue();
  }

  @Test
  void embargoWithoutEndHolds() throws Exception {
    var article = Copies.only(format, item("<embargoed/>", "<inlineData>Gulls came.</inlineData>"));

    assertThat(article.getEmbargoUnread()).isTrue();
  }

  @Test
  void statusThatNobodyKnowsWithholds() throws Exception {
    var article =
        Copies.only(
            format, item("<pubStatus qcode='stat:odd'/>", "<inlineData>Gulls came.</inlineData>"));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void escapedMarkupIsReadAsMarkup() throws Exception {
    var article =
        Copies.only(
            format, item("", "<inlineData><![CDATA[<p>Gulls</p><p>came.</p>]]></inlineData>"));

    assertThat(article.getBody()).isEqualTo("Gulls\n\ncame.");
  }

  @Test
  void nitfWithinGivesBylineAndDateline() throws Exception {
    var nitf = Samples.text("tides.xml").replaceFirst("<\\?xml.*?\\?>", "");
    var article = Copies.only(format, item("", "<inlineXML>" + nitf + "</inlineXML>"));

    assertThat(article.getByline()).isEqualTo("Tui Marsh");
    assertThat(article.getDateline()).isEqualTo("Port Kea, Zealandia");
    assertThat(article.getBody()).startsWith("The tide came at noon.");
  }

  @Test
  void swedishElementsAreRunningText() throws Exception {
    var article =
        Copies.only(
            format,
            item(
                "",
                "<inlineXML><BODY><TEXT><RUBRIK>Gulls</RUBRIK><INGRESS><P>Ingress.</P></INGRESS>"
                    + "<BRODTEXT><CITAT>Sa hon.</CITAT><MELLIS>Mer</MELLIS><P>Slut.</P></BRODTEXT>"
                    + "<BYLINE>Ylva Mås</BYLINE></TEXT></BODY></inlineXML>"));

    assertThat(article.getBody()).isEqualTo("Ingress.\n\nSa hon.\n\nMer\n\nSlut.\n\nYlva Mås");
    assertThat(article.getByline()).isEqualTo("Ylva Mås");
  }

  @Test
  void itemWithoutGuidIsKnownByItsContent() throws Exception {
    var copy = "<newsItem><contentSet><inlineData>Gulls.</inlineData></contentSet></newsItem>";

    var article = Copies.only(format, copy);

    assertThat(article.getGuid()).startsWith("urn:sha256:");
    assertThat(article.getRepairs()).containsExactly("guid:missing");
    assertThat(Copies.only(format, copy).getGuid()).isEqualTo(article.getGuid());
  }

  @Test
  void rootWithPrefixIsRecognised() {
    var glimpse = CopyHead.of("<?xml version='1.0'?><ns0:newsMessage/>".getBytes(UTF_8));

    assertThat(format.recognises(glimpse)).isTrue();
  }
}
