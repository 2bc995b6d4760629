package org.copytaster.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copy as it comes, through the whole library: format found, read, its lines made fields. */
class WireCopyTest {

  private static final Formats FORMATS = new Formats();

  private static Article only(String copy) throws UnreadableCopyException {
    var readings = FORMATS.read(Copies.of(copy), Hints.file("copy"));
    if (readings.size() == 1 && readings.get(0) instanceof Reading.Text text) {
      return text.draft().build();
    }
    throw new AssertionError("one article was expected, but these came: " + readings);
  }

  private static String dpa(String head, String after) {
    return "\u007F\u0001bdt0123 4 pl 41 lyl 0123\r\n\r\nHafen/Lyle/\r\n\u0002"
        + head
        + " =\r\n   Lyle (lyl) - Im Hafen fiel am Montag ein Kran um und\r\nniemand wurde verletzt.\r\n"
        + after
        + "\r\n\u0003021037 Jul 26\r\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(Achtung: Neue Uhrzeit)/Kran fällt um|Kran fällt um|(Achtung: Neue Uhrzeit)|",
        "(Berichtigung: Uhrzeit)/Kran fällt um|Kran fällt um|(Berichtigung: Uhrzeit)|CORRECTION",
        "(Vorschau)/Kran fällt/um|Kran fällt um||",
        "Kran fällt um (neu)|Kran fällt um (neu)||",
      })
  void bracketsAboveTheHeadlineAreForEditors(
      String head, String headline, String note, String signal) throws Exception {
    var article = only(dpa(head.replace("/", "\r\n"), "\r\nlyl ab n1 xx"));

    assertThat(article.getHeadline()).isEqualTo(headline);
    assertThat(article.getEdNote()).isEqualTo(note);
    assertThat(article.getSignal()).isEqualTo(signal == null ? null : Signal.valueOf(signal));
    assertThat(article.getDateline()).isEqualTo("Lyle");
    assertThat(article.getRepairs()).contains("zone:assumed-UTC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n# Notizblock\r\n\r\n## Internet\r\n- [Hafen](lyle.example)\r\n\r\nlyl ab n1",
        "\r\nlyl ab yydd n1 xx",
        "\r\nNotizblock\r\n\r\nKontakte\r\n\r\nlyl s5"
      })
  void notebookAndSignatureAreNoText(String after) throws Exception {
    assertThat(only(dpa("Kran fällt um", after)).getBody())
        .isEqualTo("Lyle (lyl) - Im Hafen fiel am Montag ein Kran um und niemand wurde verletzt.");
  }

  private static String newsml(String lines, String components) {
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId>"
        + "<DateId>20260702</DateId><NewsItemId>TX-1</NewsItemId><RevisionId>1</RevisionId>"
        + "<PublicIdentifier>urn:newsml:afp.com:20260702:TX-1:1</PublicIdentifier></NewsIdentifier>"
        + "<NameLabel>Lyle-port-crane</NameLabel></Identification><NewsManagement>"
        + "<ThisRevisionCreated>20260702T100000Z</ThisRevisionCreated><Status FormalName=\"Usable\"/>"
        + "</NewsManagement><NewsComponent><NewsLines>"
        + lines
        + "</NewsLines>"
        + components
        + "</NewsComponent></NewsItem></NewsML>";
  }

  private static String text(String role, String text) {
    return "<NewsComponent><Role FormalName=\""
        + role
        + "\"/><ContentItem><DataContent><p>"
        + text
        + "</p></DataContent></ContentItem></NewsComponent>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"Abstract", "TweetText", "Teaser", "Summary"})
  void whatStandsBesideTheTextIsNotInIt(String role) throws Exception {
    var copy =
        newsml("<HeadLine>Crane</HeadLine>", text(role, "Short.") + text("Body", "A crane fell."));

    assertThat(only(copy).getBody()).isEqualTo("A crane fell.");
    assertThat(only(copy).getExtra()).containsEntry(role, "Short.");
  }

  @Test
  void alertWithoutAHeadlineHasItsFirstSentence() throws Exception {
    var alert =
        only(newsml("<HeadLine/>", text("Main", "Crane falls at Port Lyle: port authority")));

    assertThat(alert.getHeadline()).isEqualTo("Crane falls at Port Lyle: port authority");
    assertThat(alert.getSlugline()).isEqualTo("Lyle-port-crane");
    assertThat(alert.getRepairs()).contains("headline:from-first-sentence");
  }

  @ParameterizedTest
  @CsvSource({
    "CORRECTS number in para 2,CORRECTION",
    "UPDATES with arrest,UPDATE",
    "ADDS quotes,UPDATE",
    "ATTENTION embargo lifted,"
  })
  void advisoryLineIsANoteAndSaysWhatTheVersionIs(String line, String signal) throws Exception {
    var copy =
        newsml(
            "<HeadLine>Crane</HeadLine><NewsLine><NewsLineType FormalName=\"AdvisoryLine\"/>"
                + "<NewsLineText>"
                + line
                + "</NewsLineText></NewsLine>",
            text("Main", "A crane fell."));

    assertThat(only(copy).getEdNote()).isEqualTo(line);
    assertThat(only(copy).getSignal()).isEqualTo(signal == null ? null : Signal.valueOf(signal));
  }

  private static String g2(String kind, String notes, String html) {
    return "<newsItem guid=\"urn:x:1\" version=\"1\"><itemMeta><itemClass qcode=\"ninat:"
        + kind
        + "\"/><provider literal=\"LYL\"/><versionCreated>2026-07-02T10:00:00Z</versionCreated>"
        + notes
        + "</itemMeta><contentMeta><headline>Crane falls</headline></contentMeta><contentSet>"
        + "<inlineXML><html><body>"
        + html
        + "</body></html></inlineXML></contentSet></newsItem>";
  }

  @Test
  void indentedLinesBeginParagraphsOfTheirOwn() throws Exception {
    var copy =
        g2(
            "text",
            "",
            """
            <p>(Adds comment)
                * Quay shut
                * Nine cranes

                By Ana Lyle
                LYLE, July 2 (Lyra) - Workers stopped
            work after a crane fell.
                Nobody was hurt.</p>\
            """);

    assertThat(only(copy).getBody())
        .isEqualTo(
            "* Quay shut\n\n* Nine cranes\n\nLYLE, July 2 (Lyra) - Workers stopped work after a crane"
                + " fell.\n\nNobody was hurt.");
    assertThat(only(copy).getByline()).isEqualTo("Ana Lyle");
  }

  @Test
  void noteThatStandsTwiceIsToldOnce() throws Exception {
    var notes = "<edNote>lyl ab</edNote><edNote><p>lyl ab</p></edNote><edNote>with photo</edNote>";

    assertThat(only(g2("text", notes, "<p>A crane fell.</p>")).getEdNote())
        .isEqualTo("lyl ab\nwith photo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "picture|<h1>Crane</h1><h2>A crowd at the quay</h2>",
        "picture|<p>A crane lies on the quay.</p>",
        "graphic|<p>Map of the port.</p>",
        "video|<h1>Crane on the quay</h1>"
      })
  void wordsOfPicturesAreNoText(String kind, String html) throws Exception {
    assertThat(FORMATS.read(Copies.of(g2(kind, "", html)), Hints.file("x.xml")))
        .singleElement()
        .isInstanceOf(Reading.NotText.class);
  }

  @Test
  void scriptOfAFilmIsAText() throws Exception {
    assertThat(only(g2("video", "", "<p>SHOWS: QUAY</p><p>A crane fell.</p>")).getBody())
        .contains("A crane fell.");
  }

  private static String mail(String type, String body) {
    return "From: Lyle Press <press@lyle.example>\nMessage-ID: <m1@lyle.example>\n"
        + "Date: Thu, 02 Jul 2026 10:00:00 +0200\nMIME-Version: 1.0\nSubject: Form\nContent-Type: "
        + type
        + "\n\n"
        + body;
  }

  @Test
  void mailThatIsAFormHasItsFields() throws Exception {
    var form =
        "{\"Headline\": [\"Crane falls\"], \"Slugline\": [\"LYLE\"], \"Dateline\": [\"PORT LYLE\"],"
            + " \"Urgency\": [\"3\"], \"Body\": [\"A crane fell.\\n\\nNobody was hurt.\"], \"Desk\": [\"X\"]}";

    var article = only(mail("text/plain; charset=utf-8", form));

    assertThat(article.getHeadline()).isEqualTo("Crane falls");
    assertThat(article.getSlugline()).isEqualTo("LYLE");
    assertThat(article.getDateline()).isEqualTo("PORT LYLE");
    assertThat(article.getUrgency()).isEqualTo(3);
    assertThat(article.getBody()).isEqualTo("A crane fell.\n\nNobody was hurt.");
    assertThat(article.getExtra()).containsEntry("Subject", "Form").containsEntry("desk", "X");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"note\": \"A crane fell.\"}", "{not json at all}", "{\"Body\" A crane fell.}"})
  void whatIsNoFormIsAText(String body) throws Exception {
    assertThat(only(mail("text/plain; charset=utf-8", body)).getBody()).isEqualTo(body);
  }

  @Test
  void labelledLinesAreFields() throws Exception {
    var text = "Headline: Crane falls\n\nAbstract: Short.\n\nA crane fell.\n\nSource: the port.";

    var article = only(mail("text/plain; charset=utf-8", text));

    assertThat(article.getHeadline()).isEqualTo("Crane falls");
    assertThat(article.getBody()).isEqualTo("A crane fell.\n\nSource: the port.");
  }

  @Test
  void flowedTextIsJoinedAndTheSignatureLeft() throws Exception {
    var text = "Harbour workers stopped \nwork on Monday.\n\nAll nine.\n-- \nAna Lyle\nPress";

    var article = only(mail("text/plain; charset=utf-8; format=flowed", text));

    assertThat(article.getBody()).isEqualTo("Harbour workers stopped work on Monday.\n\nAll nine.");
    assertThat(article.getExtra()).containsEntry("signature", "Ana Lyle\nPress");
  }

  @Test
  void whatIsHiddenInAMailIsNoText() throws Exception {
    var html = "<div style='color:red; display : none'>hidden</div><p>A crane fell.</p>";

    assertThat(only(mail("text/html; charset=utf-8", html)).getBody()).isEqualTo("A crane fell.");
  }

  private static String rss(String item) {
    return "<rss version=\"2.0\"><channel><title>Lyle</title><item>"
        + item
        + "</item></channel></rss>";
  }

  @Test
  void itemWithoutAnIdentityHasOneOfItsContent() throws Exception {
    var item = "<title>Crane falls</title><description>A crane fell.</description>";
    var article = only(rss(item));

    assertThat(article.getGuid()).startsWith("urn:sha256:");
    assertThat(article.getRepairs()).contains("guid:from-content");
    assertThat(only(rss(item.replace("A crane", "One crane"))).getGuid())
        .isEqualTo(article.getGuid());
    assertThat(only(rss(item.replace("Crane falls", "Quay shut"))).getGuid())
        .isNotEqualTo(article.getGuid());
  }

  @Test
  void paperBehindATitleOfGoogleNewsIsTheCredit() throws Exception {
    var article =
        only(
            rss(
                "<title>Crane falls - Lyle Gazette</title><guid>CBM1</guid><description>"
                    + "&lt;a href=\"https://news.google.com/x\"&gt;Crane falls&lt;/a&gt; Lyle Gazette"
                    + "</description><source url=\"https://lyle.example\">Lyle Gazette</source>"));

    assertThat(article.getHeadline()).isEqualTo("Crane falls");
    assertThat(article.getCreditline()).isEqualTo("Lyle Gazette");
    assertThat(article.getBody()).isEqualTo("Crane falls");
    assertThat(article.getRepairs()).contains("body:from-headline");
  }

  @Test
  void longTextOfAPodcastIsItsBody() throws Exception {
    var article =
        only(
            rss(
                "<title>Ep. 1</title><guid>1</guid><description>Short.</description>"
                    + "<summary>A crane fell at the quay on Monday.</summary>"));

    assertThat(article.getBody()).isEqualTo("A crane fell at the quay on Monday.");
    assertThat(article.getExtra()).containsEntry("description", "Short.");
  }

  @Test
  void firstTimeCountsWhereThereIsNoOther() throws Exception {
    var article =
        only(
            "{\"uri\": \"urn:x:1\", \"type\": \"text\", \"headline\": \"Crane\","
                + " \"firstcreated\": \"2026-07-02T10:00:00Z\", \"body_text\": \"A crane fell.\"}");

    assertThat(article.getVersionCreated()).isEqualTo(article.getFirstCreated());
    assertThat(article.getRepairs()).containsExactly("versionCreated:from-firstCreated");
  }

  @Test
  void linesWithASignAboveTheTextAreTheHeaders() throws Exception {
    var article =
        only("ZCZC AAP\n#AM Lyle\n$Lyle headlines\n~AM Service\n@NSW\nA crane fell.\nNNNN");

    assertThat(article.getBody()).isEqualTo("A crane fell.");
    assertThat(article.getExtra()).containsEntry("~", "AM Service").containsEntry("@", "NSW");
  }

  @Test
  void racingTableSaysThatItIsOne() throws Exception {
    var article =
        only("ZCZC FMG000\nHH TDCom\nLyle Comment Saturday\n   1 - 23  QUAY 55.5\n\tNNNN\n");

    assertThat(article.getFormat()).isEqualTo("aap-racing");
    assertThat(article.getHeadline()).isEqualTo("Lyle Comment Saturday");
    assertThat(article.getExtra()).containsEntry("body", "table");
    assertThat(new String(article.getBody().getBytes(UTF_8), UTF_8)).doesNotContain("NNNN");
  }
}
