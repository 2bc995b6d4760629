package org.copytaster.ingest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.Hints;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Reading;
import org.copytaster.ingest.desk.Reread.Outcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class RereadJudgeTest {

  private static final String GUID = "urn:test:1";
  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00.123456Z");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-23T20:00:00Z");

  private final PublishedArticles published = new PublishedArticles();

  @Test
  void whatIsReadAsItWasPublishedIsTheSame() {
    publish("copy", MORNING, article(1, "text"));

    assertThat(again("copy", MORNING, article(1, "text")).outcome()).isEqualTo(Outcome.SAME);
  }

  @Test
  void whatIsReadOtherwiseIsDeclaredAsReadAgain() {
    publish("copy", MORNING, article(1, "garbled"));

    var item = again("copy", MORNING, article(1, "text"));

    assertThat(item.outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(item.article()).isNotNull().returns(EVENING, Article::getReadAgainAt);
  }

  @Test
  void aReadingIsLaterThanTheLastEvenIfTheClockWasSetBack() {
    publish("copy", MORNING, article(1, "garbled"));
    publish("copy", MORNING, article(1, "better").setReadAgainAt(EVENING.plusSeconds(60)));

    var item = again("copy", MORNING, article(1, "text"));

    assertThat(item.article())
        .isNotNull()
        .returns(EVENING.plusSeconds(60).plusMillis(1), Article::getReadAgainAt);
  }

  @Test
  void theSameBytesThatTheDeskKnewAlreadyAreTheSame() {
    publish("copy", MORNING, article(1, "text"));

    assertThat(again("copy", NOON, article(1, "text")).outcome()).isEqualTo(Outcome.SAME);
  }

  @Test
  void theSameBytesWithOtherFieldsBesideThemThatTheDeskRefusedStayRefused() {
    publish("copy", MORNING, article(1, "text").setHeadline("Head"));

    assertThat(again("copy", NOON, article(1, "text").setHeadline("Other")).outcome())
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void twoItemsOfOneCopyAreNotBothTheOneThatWasPublished() {
    publish("copy", MORNING, article(1, "first"));
    var copy = copy("copy", MORNING, false);

    assertThat(copy.judge(text(article(1, "first"))).outcome()).isEqualTo(Outcome.SAME);
    assertThat(copy.judge(text(article(1, "second"))).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void whatAnOlderReplayWouldOverwriteIsJudgedAsTheGateDoes() {
    publish("copy", MORNING, article(1, "garbled"));
    publish("copy", MORNING, article(1, "text").setReadAgainAt(NOON));
    publish("copy", MORNING, article(1, "garbled"));

    assertThat(again("copy", MORNING, article(1, "text")).outcome()).isEqualTo(Outcome.SAME);
  }

  @Test
  void whatTheGateRefusedAsAConflictCountsAsNeverPublished() {
    publish("copy", MORNING, article(1, "text"));
    publish("other", NOON, article(1, "garbled"));

    assertThat(again("other", NOON, article(1, "ungarbled")).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void aVersionThatIsNotTheNewestIsNotReadAgain() {
    publish("copy", MORNING, article(1, "garbled"));
    publish("other", NOON, article(2, "text"));

    var item = again("copy", MORNING, article(1, "text"));

    assertThat(item.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(item.detail()).isEqualTo("it is stale: version 2 came before it");
  }

  @Test
  void aKilledVersionIsNotReadAgain() {
    publish("copy", MORNING, article(1, "garbled"));
    publish("kill", NOON, article(1, "").setPubStatus(PubStatus.CANCELED));

    var item = again("copy", MORNING, article(1, "text"));

    assertThat(item.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(item.detail()).isEqualTo("it was killed, at version 1");
  }

  @Test
  void aVersionThatABetterReaderSeesIsAKillKillsIfItIsTheNewest() {
    publish("copy", MORNING, article(1, "KILL"));

    var kill = again("copy", MORNING, article(1, "").setPubStatus(PubStatus.CANCELED));

    assertThat(kill.outcome()).isEqualTo(Outcome.CHANGED);
  }

  @Test
  void theVersionOfCopyThatCountsNoneIsTheOneThatTheDeskChose() {
    publish("copy", MORNING, article(1_700_000_000, "garbled"));

    var item = copy("copy", MORNING, false).judge(new Reading.Text(article(1, "text"), false));

    assertThat(item.outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(item.name()).isEqualTo(GUID + ":1700000000");
  }

  @Test
  void aReplayedDeadLetterThatWasNeverPublishedIsNew() {
    var item = copy("copy", MORNING, true).judge(text(article(1, "text")));

    assertThat(item.outcome()).isEqualTo(Outcome.NEW);
    assertThat(item.article()).isNotNull().returns(null, Article::getReadAgainAt);
  }

  @Test
  void aReplayedKillIsPublishedUnlessSomethingNewerStands() {
    publish("copy", MORNING, article(2, "text"));
    var copy = copy("kill", NOON, true);

    assertThat(copy.judge(text(article(1, "").setPubStatus(PubStatus.CANCELED))).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(copy.judge(text(article(2, "").setPubStatus(PubStatus.CANCELED))).outcome())
        .isEqualTo(Outcome.NEW);
  }

  @Test
  void aReplayedTextOfASourceThatCountsNoVersionsGetsOneByItsTime() {
    publish("copy", MORNING, article(1, "text"));

    var item = copy("later", NOON, true).judge(new Reading.Text(article(1, "update"), false));

    assertThat(item.name()).isEqualTo(GUID + ":" + NOON.getEpochSecond());
  }

  @Test
  void aReplayDoesNotLetASourceWriteTheGuidsOfAnother() {
    var sender = new Delivery.Sender("wire", List.of("urn:wire:"));

    var item = readAgain("copy", MORNING, sender, true).judge(text(article(1, "text")));

    assertThat(item.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(item.detail()).contains("guid does not begin");
  }

  private RereadJudge.Item again(String original, Instant receivedAt, Article.Builder read) {
    return copy(original, receivedAt, false).judge(text(read));
  }

  private RereadJudge copy(String original, Instant receivedAt, boolean replayed) {
    return readAgain(original, receivedAt, Delivery.Sender.ANYBODY, replayed);
  }

  private RereadJudge readAgain(
      String original, Instant receivedAt, Delivery.Sender sender, boolean replayed) {
    var copy =
        new Copy(
            original.getBytes(UTF_8),
            null,
            Map.of(),
            new Circumstances(ZoneOffset.UTC, receivedAt));
    var delivery = new Delivery(copy, new Hints("", null, null), null, sender);
    return new RereadJudge(
        new Original(original, delivery, replayed),
        published,
        Clock.fixed(EVENING, ZoneOffset.UTC));
  }

  private void publish(String original, Instant receivedAt, Article.Builder read) {
    var article = read.setOriginal(original).setReceivedAt(receivedAt).build();
    published.add(Article.newBuilder(article).setContentHash(ContentHash.of(article)).build());
  }

  private static Reading text(Article.Builder draft) {
    return new Reading.Text(draft, true);
  }

  private static Article.Builder article(int version, String body) {
    return Article.newBuilder().setGuid(GUID).setVersion(version).setBody(body);
  }
}
