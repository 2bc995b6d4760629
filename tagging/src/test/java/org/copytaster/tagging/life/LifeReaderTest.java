package org.copytaster.tagging.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.copytaster.tagging.life.Notice.Field;
import org.copytaster.tagging.life.Notice.Said;
import org.copytaster.tagging.timex.moment.Reception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What words and fields come to together, and what nobody should send. */
class LifeReaderTest {

  private static final LifeReader READER = LifeReader.read();
  private static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");
  private static final Reception LONDON = new Reception(NOON, ZoneId.of("Europe/London"));
  private static final Instant LATER = Instant.parse("2026-07-03T05:00:00Z");

  private static Judgement note(String words, Said said) {
    return READER.judge(
        new Notice(List.of(new Field("edNote", NoticePlace.NOTE, words)), said, LONDON));
  }

  private static Judgement note(String words) {
    return note(words, Said.NOTHING);
  }

  private static Judgement body(String words) {
    return READER.judge(
        new Notice(List.of(new Field("body", NoticePlace.BODY, words)), Said.NOTHING, LONDON));
  }

  @Test
  void aKillInAFieldOutweighsAnEmbargoInWords() {
    var said = Said.of("CANCELED", "", null, false);

    assertThat(note("Embargoed until 6pm Friday", said).decision()).isEqualTo(Decision.KILL);
  }

  @Test
  void aKillInWordsOutweighsAFieldThatSaysUsable() {
    var judgement = note("MANDATORY KILL", Said.of("USABLE", "", null, false));

    assertThat(judgement.decision()).isEqualTo(Decision.KILL);
    assertThat(judgement.because()).first().extracting("field").isEqualTo("edNote");
  }

  @Test
  void ofTwoEndsTheLaterCounts() {
    var judgement = note("Embargoed until 6pm today", Said.of("USABLE", "", LATER, false));

    assertThat(judgement.decision()).isEqualTo(Decision.HOLD_UNTIL);
    assertThat(judgement.until()).isEqualTo(LATER);
  }

  @Test
  void anEmbargoWithoutItsEndTakesTheEndOfTheField() {
    assertThat(note("Strictly embargoed", Said.of("USABLE", "", LATER, false)).until())
        .isEqualTo(LATER);
  }

  @Test
  void wordsThatSetCopyFreeDoNotOutweighAnEmbargoInAField() {
    var judgement = note("FOR IMMEDIATE RELEASE", Said.of("USABLE", "", LATER, false));

    assertThat(judgement.decision()).isEqualTo(Decision.HOLD_UNTIL);
  }

  @Test
  void anEmbargoWhoseZoneNobodyKnowsHolds() {
    var words = new Field("edNote", NoticePlace.NOTE, "Embargo: 00:01 Friday");
    var unknown = new Reception(NOON, null);

    var judgement = READER.judge(new Notice(List.of(words), Said.NOTHING, unknown));

    assertThat(judgement.decision()).isEqualTo(Decision.HOLD);
  }

  @Test
  void anEmbargoInWordsThatAFieldCouldNotReadIsRead() {
    var field = new Field("embargoed", NoticePlace.NOTE, "Embargo: 00:01 Friday, UK time");

    var judgement =
        READER.judge(new Notice(List.of(field), Said.of("USABLE", "", null, true), LONDON));

    assertThat(judgement.until()).isEqualTo("2026-07-02T23:01:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMBARGOED\u00a0UNTIL\u00a000:01\u00a0FRIDAY",
        "\u202bEmbargoed until 00:01 Friday\u202c",
        "((( Embargoed until 00:01 Friday )))",
        "\u200eEm\u00adbargoed until 00:01 on Friday",
        "Sperrfrist: Freitag, 3. Juli, 0.01 Uhr / Embargo: Friday 3 July 00:01",
        "ＥＭＢＡＲＧＯＥＤ ＵＮＴＩＬ 00:01 FRIDAY",
      })
  void signsThatNobodySeesChangeNothing(String words) {
    assertThat(note(words).until()).isEqualTo("2026-07-02T23:01:00Z");
  }

  @Test
  void aNoticeQuotedInTheMiddleOfAStoryIsNews() {
    var story =
        ("The council met for six hours on Monday and heard forty speakers. ".repeat(8) + "\n")
                .repeat(6)
            + "\"EMBARGOED UNTIL 00:01 FRIDAY\", the letter said. Please do not use this story, it went on.\n"
            + ("The council will meet again and hear the other speakers. ".repeat(8) + "\n")
                .repeat(6);

    assertThat(body(story).decision()).isEqualTo(Decision.PUBLISH);
  }

  @Test
  void aNoticeAtTheFootOfATextCounts() {
    var story = ("The council met for six hours on Monday. ".repeat(20) + "\n").repeat(5);

    assertThat(body(story + "EMBARGOED UNTIL 00:01 FRIDAY").until())
        .isEqualTo("2026-07-02T23:01:00Z");
  }

  @Test
  void aVeryLongNoteIsJudgedInTime() {
    var long4 = "please do not ((((\"embargo hold until bitte nicht ".repeat(90_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(note(long4).because()).hasSizeLessThanOrEqualTo(8));
  }

  @Test
  void tenThousandNoticesAreJudgedInTime() {
    var many = "EMBARGOED UNTIL 00:01 FRIDAY\n".repeat(10_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(body(many).decision()).isEqualTo(Decision.HOLD_UNTIL));
  }

  @Test
  void reasonsQuoteAFewWordsOnly() {
    assertThat(note("Embargoed until 6pm " + "today ".repeat(500)).because())
        .allSatisfy(each -> assertThat(each.words()).hasSizeLessThanOrEqualTo(Judgement.LONGEST));
  }

  /** Copy of July that comes in November may mean another year, or a clock is wrong. */
  @Test
  void aDayWithoutAYearThatIsLongOverHolds() {
    var note = new Field("edNote", NoticePlace.NOTE, "EMBARGOED until 0001 GMT Friday July 3.");
    var late = new Reception(Instant.parse("2026-11-30T12:00:00Z"), ZoneId.of("UTC"));

    var judgement = READER.judge(new Notice(List.of(note), Said.NOTHING, late));

    assertThat(judgement.decision()).isEqualTo(Decision.HOLD);
  }

  @Test
  void aMailThatAsksToIgnoreItsReleaseIsAKill() {
    assertThat(
            body("The press release on the quay was sent in error. Please do not publish.")
                .decision())
        .isEqualTo(Decision.KILL);
  }

  /** Once a note of requests took fifty times as long as another, which took ten times its time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "wir bitten um Beachtung, die Meldung falsch ",
        "nous vous prions la dépêche fausse merci ",
        "please editors the story wrong item copy ",
        "si prega la notizia lancio falsa attenzione ",
        "vänligen texten artikeln fel vi ber ",
        "houdt bericht houdt trekt bericht gebruik ",
        "просим сообщение материал неверно внимание ",
        "embargo until embargo bis embargo hasta ",
        "\"a\" \"bitte Meldung\" \" ",
      })
  void aNoteThatOnlyAsksTakesNotMuchLongerThanAnyOther(String words) {
    var harmless = long4000("The council met for six hours on Monday and heard speakers. ");
    var hostile = long4000(words);
    assertThat(quickest(hostile)).isLessThan(20 * quickest(harmless));
  }

  private static String long4000(String words) {
    return words.repeat(4000 / words.length());
  }

  /** Of some runs, in nanoseconds of this thread: others may work on the same machine. */
  private static long quickest(String words) {
    var threads = ManagementFactory.getThreadMXBean();
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long begin = threads.getCurrentThreadCpuTime();
      note(words);
      quickest = Math.min(quickest, threads.getCurrentThreadCpuTime() - begin);
    }
    return quickest;
  }

  @Test
  void anEndThatGoesOnBehindItsBracketIsRead() {
    var headline =
        new Field("headline", NoticePlace.HEADLINE, "[EMBARGO FRIDAY] 18:00 - Bees can count");

    assertThat(READER.judge(new Notice(List.of(headline), Said.NOTHING, LONDON)).decision())
        .isEqualTo(Decision.HOLD_UNTIL);
  }

  @Test
  void aTitleInQuotationMarksAsksNothing() {
    assertThat(
            note("Eds: AP will cover the premiere of \"Please kill my story tonight\".").decision())
        .isEqualTo(Decision.PUBLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please kill the story on the dam.",
        "The story on the dam: kill it, please.",
        "Kill, please, the story on the dam.",
        "Bitte die Meldung zum Damm löschen.",
        "Die Meldung zum Damm bitte löschen.",
      })
  void theOrderOfWordsDoesNotMatter(String words) {
    assertThat(note(words).decision()).isEqualTo(Decision.KILL);
  }
}
