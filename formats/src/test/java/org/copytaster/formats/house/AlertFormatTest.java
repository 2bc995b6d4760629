package org.copytaster.formats.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFormatTest {

  private static final String ALERT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>lyle-2</identifier>
      <sender>met@lyle.example</sender><sent>2026-07-02T10:00:00+02:00</sent><status>Actual</status>
      <msgType>Alert</msgType><scope>Public</scope>
      <info><language>en-GB</language><category>Met</category><event>Gale</event>
      <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
      <expires>2026-07-03T10:00:00+02:00</expires><senderName>Lyle Met Office</senderName>
      <headline>Gale warning for Port Lyle</headline>
      <description>Strong winds are
      expected on the coast in the course of
      the night.</description>
      <instruction>Stay away from the quays.</instruction>
      <area><areaDesc>Port Lyle</areaDesc></area></info></alert>
      """;

  @Test
  void alertIsAnUrgentArticleWithAreaAndExpiry() throws Exception {
    var article = Copies.only(new AlertFormat(), ALERT);

    assertThat(article.getGuid()).isEqualTo("lyle-2");
    assertThat(article.getHeadline()).isEqualTo("Gale warning for Port Lyle");
    assertThat(article.getUrgency()).isEqualTo(2);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-07-02T08:00:00Z"));
    assertThat(article.getCreditline()).isEqualTo("Lyle Met Office");
    assertThat(article.getBody()).endsWith("the night.\n\nStay away from the quays.");
    assertThat(article.getExtra())
        .containsEntry("area", "Port Lyle")
        .containsEntry("expires", "2026-07-03T10:00:00+02:00");
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void secondLanguageIsASecondArticle() throws Exception {
    var info = ALERT.substring(ALERT.indexOf("<info>"), ALERT.indexOf("</alert>"));
    var both = ALERT.replace("</alert>", info.replace("en-GB", "fr-FR") + "</alert>");

    assertThat(new AlertFormat().read(Copies.of(both)))
        .extracting(reading -> ((Reading.Text) reading).draft().getGuid())
        .containsExactly("lyle-2", "lyle-2:fr-fr");
  }

  @ParameterizedTest
  @CsvSource({"Test,TEST", "Exercise,TEST"})
  void exerciseIsATest(String status, Signal signal) throws Exception {
    assertThat(Copies.only(new AlertFormat(), ALERT.replace("Actual", status)).getSignal())
        .isEqualTo(signal);
  }

  @ParameterizedTest
  @CsvSource({"Actual,Draft", "Public,Private", "Public,Restricted"})
  void whatIsNotForAllIsWithheld(String said, String instead) throws Exception {
    assertThat(Copies.only(new AlertFormat(), ALERT.replace(said, instead)).getPubStatus())
        .isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void updateTakesThePlaceOfWhatItNames() throws Exception {
    var update =
        ALERT
            .replace("<msgType>Alert", "<msgType>Update")
            .replace(
                "<scope>",
                "<references>met@lyle.example,lyle-1,2026-07-01T10:00:00Z</references><scope>");

    var article = Copies.only(new AlertFormat(), update);

    assertThat(article.getSubstitutes().getGuid()).isEqualTo("lyle-1");
    assertThat(article.getSignal()).isEqualTo(Signal.UPDATE);
  }

  private static final String CANCEL =
      ALERT
          .replace("<msgType>Alert", "<msgType>Cancel")
          .replace(
              "<scope>",
              "<note>The wind has dropped.</note><references>met@lyle.example,lyle-0,"
                  + "2026-07-01T09:00:00Z\n met@lyle.example,lyle-1,2026-07-01T10:00:00Z"
                  + "</references><scope>");

  @Test
  void cancellationKillsAllThatItNames() throws Exception {
    var readings = new AlertFormat().read(Copies.of(CANCEL));

    assertThat(drafts(readings))
        .filteredOn(article -> article.getPubStatus() == PubStatus.CANCELED)
        .allSatisfy(
            kill -> {
              assertThat(kill.getSignal()).isEqualTo(Signal.KILL);
              assertThat(kill.getBody()).isNull();
              assertThat(kill.getEdNote()).isEqualTo("The wind has dropped.");
              assertThat(kill.getVersionCreated()).isEqualTo(Instant.parse("2026-07-02T08:00:00Z"));
              assertThat(kill.getSubstitutedBy().getGuid()).isEqualTo("lyle-2");
            })
        .extracting(Article.Builder::getGuid)
        .containsExactly("lyle-0", "lyle-1");
  }

  @Test
  void whatCancellationTellsIsAnArticleOfItsOwn() throws Exception {
    var article = drafts(new AlertFormat().read(Copies.of(CANCEL))).get(2);

    assertThat(article.getGuid()).isEqualTo("lyle-2");
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(article.getSubstitutes().getGuid()).isEqualTo("lyle-0");
  }

  @Test
  void cancellationKillsInEachOfItsLanguages() throws Exception {
    var info = ALERT.substring(ALERT.indexOf("<info>"), ALERT.indexOf("</alert>"));
    var both = CANCEL.replace("</alert>", info.replace("en-GB", "cy-GB") + "</alert>");

    assertThat(drafts(new AlertFormat().read(Copies.of(both))))
        .extracting(Article.Builder::getGuid)
        .containsExactly(
            "lyle-0", "lyle-0:cy-gb", "lyle-1", "lyle-1:cy-gb", "lyle-2", "lyle-2:cy-gb");
  }

  @Test
  void cancellationWithoutInformationStillKills() throws Exception {
    var bare = CANCEL.replaceAll("(?s)<info>.*</info>", "");

    assertThat(drafts(new AlertFormat().read(Copies.of(bare))))
        .extracting(Article.Builder::getGuid, Article.Builder::getPubStatus)
        .containsExactly(tuple("lyle-0", PubStatus.CANCELED), tuple("lyle-1", PubStatus.CANCELED));
  }

  @Test
  void cancellationThatNamesNothingTakesItselfBack() throws Exception {
    var nothing = CANCEL.replaceAll("(?s)<references>.*</references>|<info>.*</info>", "");

    assertThat(Copies.only(new AlertFormat(), nothing).getGuid()).isEqualTo("lyle-2");
    assertThat(Copies.only(new AlertFormat(), nothing).getPubStatus())
        .isEqualTo(PubStatus.CANCELED);
  }

  @ParameterizedTest
  @CsvSource({"Test", "Exercise", "Draft", "System"})
  void cancellationThatIsNotMeantKillsNothing(String status) throws Exception {
    assertThat(drafts(new AlertFormat().read(Copies.of(CANCEL.replace("Actual", status)))))
        .extracting(Article.Builder::getGuid)
        .containsExactly("lyle-2");
  }

  private static List<Article.Builder> drafts(List<Reading> readings) {
    return readings.stream().map(reading -> ((Reading.Text) reading).draft()).toList();
  }

  @Test
  void alertIsRecognisedAmongAllFormatsAndAnswersToOneAreNoText() throws Exception {
    assertThat(new Formats().found(ALERT.getBytes(UTF_8), "alert.xml"))
        .get()
        .extracting(format -> format.name())
        .isEqualTo("cap");
    assertThat(new AlertFormat().read(Copies.of(ALERT.replace(">Alert<", ">Ack<"))))
        .singleElement()
        .isInstanceOf(Reading.NotText.class);
  }

  @Test
  void alertWithoutAnIdentifierIsRefusedByName() {
    var nameless = ALERT.replace("<identifier>lyle-2</identifier>", "");

    assertThatThrownBy(() -> new AlertFormat().read(Copies.of(nameless)))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessage("identifier is missing");
  }
}
