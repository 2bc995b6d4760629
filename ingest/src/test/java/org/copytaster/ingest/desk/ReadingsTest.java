package org.copytaster.ingest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.history.LifeFields;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copy in some formats as the desk gets it: read, and judged by its own words. */
class ReadingsTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");

  private final Formats formats = new Formats();
  private final Readings readings = new Readings(formats);

  private Article read(String format, String copy) throws UnreadableCopyException {
    return read(format, copy, RECEIVED);
  }

  private Article read(String format, String copy, Instant received)
      throws UnreadableCopyException {
    var circumstances = new Circumstances(ZoneId.of("Europe/Berlin"), received);
    var given = new Copy(copy.getBytes(UTF_8), null, Map.of("guid", "g"), circumstances);
    var reading = readings.read(formats.named(format).orElseThrow(), given).get(0);
    return ((Reading.Text) reading).draft().setReceivedAt(received).build();
  }

  @Test
  void anEmbargoInTheSubjectOfAMailIsHeldUntilItsEnd() throws UnreadableCopyException {
    var mail =
        """
        Message-ID: <a@b.example>
        From: a@b.example
        Subject: SPERRFRIST Montag 12.00 Uhr: Bienen

        Die Bienen fliegen wieder.
        """;

    assertThat(read("email", mail).getEmbargoed()).isEqualTo("2026-11-23T11:00:00Z");
  }

  @Test
  void anEmbargoWithoutAnEndIsMarkedAsUnread() throws UnreadableCopyException {
    var article = read("text", "EMBARGOED UNTIL DELIVERY\n\nFriends, we are gathered here.\n");

    assertThat(article.getEmbargoUnread()).isTrue();
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void aHoldInANoteIsAHoldAndItsSignalIsTyped() throws UnreadableCopyException {
    var article = read("json", json("Please hold this story, we are checking a name", "B"));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(article.getSignal()).isEqualTo(Signal.WITHHOLD);
    assertThat(LifeFields.asStated(article))
        .returns(PubStatus.USABLE, Article::getPubStatus)
        .returns(null, Article::getSignal);
  }

  @Test
  void aHoldInANoteOnTheTeletypeIsAHold() throws UnreadableCopyException {
    var article = read("anpa-1312", teletype("Eds: Hold until advised."));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  /** "Do not use" has an end here, and no word of it is a hold. */
  @Test
  void anEmbargoInANoteOnTheTeletypeIsNoHold() throws UnreadableCopyException {
    var article =
        read("anpa-1312", teletype("Eds: Do not use before 0600 GMT, Tuesday, Nov. 24, 2026."));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(article.getEmbargoed()).isEqualTo("2026-11-24T06:00:00Z");
  }

  private static String teletype(String note) {
    return "\026\026\1H1207\037harbr\nu n\023\021 BC-XX--FerrySails     11-22 0120\n"
        + "\2^BC-XX--Ferry Sails<\n^Ferry sails<\n^"
        + note
        + "<\n\t   It sailed.\n\t   \3HP-WF-11-22-26 1150GMT<\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AP Corrective: the mayor is 54",
        "Corrective to the story of Nov. 12",
        "In a story Tuesday about a bridge, The Wire erroneously reported that it was closed."
      })
  void aCorrectionOfAnEarlierDayIsACorrective(String note) throws UnreadableCopyException {
    var article = read("json", json(note, "B"));

    assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
    assertThat(article.getCorrective()).isTrue();
    assertThat(LifeFields.asStated(article).getCorrective()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CORRECTION: the mayor is 54",
        "Officials took corrective action",
        "In a story published on Monday, the Times reported that the bridge was closed."
      })
  void otherCopyIsNoCorrective(String note) throws UnreadableCopyException {
    assertThat(read("json", json(note, "B")).getCorrective()).isNull();
  }

  private static String json(String note, String body) {
    return "{\"guid\":\"g\",\"edNote\":\"" + note + "\",\"body\":\"" + body + "\"}";
  }

  @Test
  void aKillInANoteIsAKill() throws UnreadableCopyException {
    var article = read("json", "{\"guid\":\"g\",\"edNote\":\"MANDATORY KILL\",\"body\":\"B\"}");

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
    assertThat(article.getLife().getBecause()).extracting("field").contains("edNote");
  }

  @Test
  void newsOfAnEmbargoIsPublished() throws UnreadableCopyException {
    var article =
        read(
            "json",
            "{\"guid\":\"g\",\"headline\":\"Oil embargo holds until Friday\",\"body\":\"B\"}");

    assertThat(article.getLife().getDecision()).isEqualTo("publish");
  }

  /** The end of "tomorrow" is another a day later; the copy is the same. */
  @Test
  void theSameCopyHasTheSameHashWheneverItComes() throws UnreadableCopyException {
    var copy = "{\"guid\":\"g\",\"edNote\":\"Embargoed until 9 a.m. tomorrow\",\"body\":\"B\"}";
    var today = read("json", copy);
    var tomorrow = read("json", copy, RECEIVED.plusSeconds(86_400));

    assertThat(today.getEmbargoed()).isNotEqualTo(tomorrow.getEmbargoed());
    assertThat(ContentHash.of(today)).isEqualTo(ContentHash.of(tomorrow));
  }
}
