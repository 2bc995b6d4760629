package org.copytaster.formats.ninjs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsFormatTest {

  private final NinjsFormat format = new NinjsFormat();

  private Article read(String fields) throws UnreadableCopyException {
    return Copies.only(format, "{\"uri\":\"urn:x:1\",\"body_text\":\"Rain fell.\"" + fields + "}");
  }

  @Test
  void textOfTheFirstVersionsIsReadWhole() throws UnreadableCopyException {
    var article =
        read(
            """
            ,"version":"4","versioncreated":"2026-11-23T09:15:00+0100","headline":"Rain",
            "byline":"By Ada Moor","located":"Lund","urgency":3,"language":"sv",
            "subject":[{"code":"04018001","scheme":"IptcSubjectCodes","name":"x"}],"odd":{"a":1}
            """);

    assertThat(article.getVersion()).isEqualTo(4);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T08:15:00Z"));
    assertThat(article.getHeadline()).isEqualTo("Rain");
    assertThat(article.getByline()).isEqualTo("Ada Moor");
    assertThat(article.getDateline()).isEqualTo("Lund");
    assertThat(article.getSubjects().get(0).getParents()).containsExactly("04018000", "04000000");
    assertThat(article.getExtra()).containsEntry("odd", "{\"a\":1}");
    assertThat(article.getRepairs()).isEmpty();
  }

  @Test
  void textOfTheThirdVersionIsReadByItsRoles() throws UnreadableCopyException {
    var article =
        Copies.only(
            format,
            """
            {"uri":"urn:x:3","type":"text","versionCreated":"2026-11-23T09:15:00Z","pubStatus":"usable",
             "headlines":[{"role":"short","value":"S"},{"role":"main","value":"The main one"}],
             "bodies":[{"contentType":"text/html","value":"<p>One.</p><p>Two.</p>"}],
             "subjects":[{"uri":"http://cv.iptc.org/newscodes/mediatopic/20000002","name":"arts"}]}
            """);

    assertThat(article.getHeadline()).isEqualTo("The main one");
    assertThat(article.getBody()).isEqualTo("One.\n\nTwo.");
    assertThat(article.getSubjects().get(0).getScheme()).isEqualTo("medtop");
    assertThat(article.getSubjects().get(0).getCode()).isEqualTo("20000002");
  }

  @ParameterizedTest
  @CsvSource({
    "canceled, CANCELED",
    "cancelled, CANCELED",
    "withheld, WITHHELD",
    "commissioned, WITHHELD",
    "usable, USABLE",
  })
  void statusThatNobodyKnowsWithholds(String given, PubStatus status)
      throws UnreadableCopyException {
    assertThat(read(",\"pubstatus\":\"" + given + "\"").getPubStatus()).isEqualTo(status);
  }

  @Test
  void statusThatIsNoTextWithholds() throws UnreadableCopyException {
    assertThat(read(",\"pubstatus\":{\"a\":1}").getPubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void killWithoutTextTravels() throws UnreadableCopyException {
    var article = Copies.only(format, "{\"uri\":\"urn:x:1\",\"signals\":[\"sig:kill\"]}");

    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void embargoThatCannotBeReadHolds() throws UnreadableCopyException {
    assertThat(read(",\"embargoed\":\"noonish\"").getEmbargoUnread()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "video", "composite", "event", "text"})
  void itemWithoutTextIsNoArticle(String type) throws UnreadableCopyException {
    var readings = format.read(Copies.of("{\"uri\":\"urn:x:1\",\"type\":\"" + type + "\"}"));

    assertThat(readings).singleElement().isInstanceOf(Reading.NotText.class);
  }

  @Test
  void oneBadItemDoesNotSpoilTheOthers() throws UnreadableCopyException {
    var readings =
        format.read(
            Copies.of(
                "{\"items\":[{\"uri\":\"urn:x:1\",\"body_text\":\"One.\"},{\"type\":\"text\"}]}"));

    assertThat(readings.get(0)).isInstanceOf(Reading.Text.class);
    assertThat(readings.get(1)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void damageIsMendedAndFlagged() throws UnreadableCopyException {
    var article = read(",\"headline\":\"It\\x92s\training \\’now\\’\",\"odd\":[NaN,],");

    assertThat(article.getHeadline()).isEqualTo("It’s raining ’now’");
    assertThat(article.getRepairs())
        .contains("json:escapes", "json:control-characters", "json:trailing-comma")
        .contains("json:not-a-number");
  }

  @Test
  void latin1ThatNobodyDeclaresIsReadAndFlagged() throws UnreadableCopyException {
    var bytes =
        "{\"uri\": \"urn:x:1\", \"body_text\": \"La forêt brûle près de Fréjus.\"}"
            .getBytes(ISO_8859_1);

    var article = Copies.only(format, Copies.of(bytes, null, Map.of()));

    assertThat(article.getBody()).isEqualTo("La forêt brûle près de Fréjus.");
    assertThat(article.getRepairs()).containsExactly("charset:undeclared-windows-1252");
  }

  @Test
  void curlyQuotesAroundNamesAndTextsAreMended() throws UnreadableCopyException {
    var article = Copies.only(format, "{“uri”: “urn:x:1”, “body_text”: “Rain fell.”}");

    assertThat(article.getBody()).isEqualTo("Rain fell.");
    assertThat(article.getRepairs()).contains("json:curly-quotes");
  }

  @Test
  void fieldThatStandsTwiceIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> read(",\"a\":1,\"a\":2"))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("twice at line 1, column");
  }

  @Test
  void bombsAreRefused() {
    assertThatThrownBy(() -> read(",\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("nested");
    assertThatThrownBy(() -> read(",\"a\":" + "9".repeat(100_000)))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("number");
  }

  @Test
  void essentialFieldThatIsNoTextIsNamed() {
    assertThatThrownBy(() -> read(",\"headline\":{}"))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("headline");
  }

  @Test
  void descriptionIsTheTextOfAnItemThatHasNoOther() throws UnreadableCopyException {
    var article =
        Copies.only(
            format, "{\"uri\":\"urn:x:1\",\"type\":\"text\",\"description_text\":\"Rain.\"}");

    assertThat(article.getBody()).isEqualTo("Rain.");
    assertThat(article.getRepairs()).contains("body:from-description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "graphic", "video", "audio", "event", "planning"})
  void captionIsNoArticle(String type) throws UnreadableCopyException {
    var readings =
        format.read(
            Copies.of(
                "{\"uri\":\"urn:x:1\",\"body_text\":\"Rain.\",\"description_text\":\"Rain.\","
                    + "\"pubstatus\":\"canceled\",\"type\":\""
                    + type
                    + "\"}"));

    assertThat(readings).singleElement().isInstanceOf(Reading.NotText.class);
  }

  @Test
  void bodyIsTheMarkupThatHasNoHeadersInIt() throws UnreadableCopyException {
    var article =
        Copies.only(
            format,
            """
            {"uri":"urn:x:3","type":"text","headline":"Rain in Lund","bodies":[
             {"contenttype":"text/plain","value":"Rain in Lund\\nIt fell.\\nIt stopped."},
             {"contenttype":"application/xml","value":"<X><ID>20261123:0001:rain</ID><TXT>It fell. It stopped.</TXT></X>"},
             {"contenttype":"text/html","value":"<article><h1>Rain in Lund</h1><div class='dat'>Weather XY</div><div class='bodytext'><p>It fell.</p><p>It stopped.</p></div></article>"}]}
            """);

    assertThat(article.getBody()).isEqualTo("It fell.\n\nIt stopped.");
    assertThat(article.getExtra()).containsEntry("dat", "Weather XY");
  }

  @Test
  void plainTextBeginsAfterItsHeadline() throws UnreadableCopyException {
    var article =
        Copies.only(
            format,
            "{\"uri\":\"urn:x:1\",\"headline\":\"Rain\",\"body_text\":\"Rain\\nIt fell.\"}");

    assertThat(article.getBody()).isEqualTo("It fell.");
  }

  @Test
  void misreadTextInEscapesIsMendedEverywhereButInTheIdentity() throws UnreadableCopyException {
    var article =
        Copies.only(
            format,
            "{\"uri\":\"urn:x:\\u00c3\\u00a9\",\"slugline\":\"Orl\\u00c3\\u00a9ans\","
                + "\"body_text\":\"Il pleut \\u00c3\\u00a0 Orl\\u00c3\\u00a9ans.\"}");

    assertThat(article.getGuid()).isEqualTo("urn:x:\u00c3\u00a9");
    assertThat(article.getSlugline()).isEqualTo("Orl\u00e9ans");
    assertThat(article.getBody()).isEqualTo("Il pleut \u00e0 Orl\u00e9ans.");
    assertThat(article.getRepairs()).contains("mojibake");
  }

  @Test
  void identityThatIsNullIsLookedForUnderItsOtherName() throws UnreadableCopyException {
    var article =
        Copies.only(format, "{\"uri\":null,\"guid\":\"urn:x:9\",\"body_text\":\"Rain.\"}");

    assertThat(article.getGuid()).isEqualTo("urn:x:9");
  }

  @Test
  void largeDamageIsRefusedWithItsPlaceAndNotMended() {
    assertThatThrownBy(() -> read(",\"a\":\"" + "x".repeat(4_000_000) + "\",\"b\":[1,]"))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("line 1, column")
        .hasMessageContaining("not mended");
  }

  @Test
  void textThatNoOneWroteIsRefusedByItsLength() {
    assertThatThrownBy(() -> read(",\"body_html\":\"" + "<b>".repeat(1_400_000) + "\""))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("body");
  }

  @Test
  void deepMarkupIsReadInBoundedTime() throws UnreadableCopyException {
    var article =
        Copies.only(
            format,
            "{\"uri\":\"urn:x:1\",\"body_html\":\"" + "<div>".repeat(100_000) + "Rain fell.\"}");

    assertThat(article.getBody()).isEqualTo("Rain fell.");
  }
}
