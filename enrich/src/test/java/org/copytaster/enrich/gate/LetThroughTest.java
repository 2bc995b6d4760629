package org.copytaster.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class LetThroughTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final Instant LATER = NOON.plusSeconds(9);

  private final LetThrough once = LetThrough.NOTHING.after(article(2).build(), false);

  @Test
  void theSameRecordWasLetThrough() {
    assertThat(once.was(article(2).build())).isTrue();
  }

  @Test
  void whatIsPushedAgainWasNot() {
    assertThat(once.was(article(2).setReceivedAt(NOON.plusMillis(1)).build())).isFalse();
  }

  @Test
  void otherVersionsAndOtherContentWereNot() {
    assertThat(once.was(article(1).build())).isFalse();
    assertThat(once.was(article(3).build())).isFalse();
    assertThat(once.was(article(2).setContentHash("other").build())).isFalse();
  }

  @Test
  void aKillWithTheContentOfWhatItKillsWasNot() {
    var kill = article(2).setPubStatus(PubStatus.CANCELED).build();

    assertThat(once.was(kill)).isFalse();
    assertThat(once.after(kill, false).was(kill)).isTrue();
  }

  @Test
  void aLaterReadingOfTheSameRecordWasNot() {
    var reading = article(2).setReadAgainAt(NOON).build();

    assertThat(once.was(reading)).isFalse();
    assertThat(once.after(reading, false).was(reading)).isTrue();
  }

  @Test
  void nothingWasLetThroughWhereTheTimeOfReceptionIsNotKnown() {
    var kept = new LetThrough(VersionHistory.published(2, "hash"), null, 0, List.of());

    assertThat(kept.was(article(2).build())).isFalse();
  }

  @Test
  void aKillIsKnownAgainThoughNewerVersionsCameAfterIt() {
    var kill = article(2).setPubStatus(PubStatus.CANCELED).build();
    var after = once.after(kill, false).after(article(3).build(), false);

    assertThat(after.was(kill)).isTrue();
    var another = Article.newBuilder(kill).setReceivedAt(NOON.plusMillis(5)).build();
    assertThat(after.was(another)).isFalse();
  }

  @Test
  void whatWasSentBeforeAKillIsOvertakenUntilTheKillHasComeInItsPlace() {
    var kill = article(1).setPubStatus(PubStatus.CANCELED).setReceivedAt(LATER).build();
    var overtaken = once.after(kill, true);

    assertThat(overtaken.wasOvertaken(article(3).build())).isTrue();
    assertThat(overtaken.inItsPlace(kill).wasOvertaken(article(3).build())).isFalse();
    assertThat(once.after(kill, false).wasOvertaken(article(3).build())).isFalse();
  }

  @Test
  void whatWasReceivedAfterAKillIsNotOvertakenThoughItsPlaceNeverComes() {
    var kill = article(1).setPubStatus(PubStatus.CANCELED).setReceivedAt(LATER).build();
    var later = article(3).setReceivedAt(LATER.plusMillis(1)).build();

    assertThat(once.after(kill, true).wasOvertaken(later)).isFalse();
  }

  @Test
  void aKillThatNobodyReceivedIsNotTakenForAnother() {
    var kill = article(2).setPubStatus(PubStatus.CANCELED).setReceivedAt(Instant.EPOCH).build();
    var after = once.after(kill, false).after(article(3).build(), false);

    assertThat(after.was(kill)).isFalse();
  }

  @Test
  void onlyTheLastKillsAreKept() {
    var kept = once;
    for (int i = 0; i < 20; i++) {
      var kill = article(2).setPubStatus(PubStatus.CANCELED).setReceivedAt(NOON.plusMillis(i));
      kept = kept.after(kill.build(), false);
    }

    assertThat(kept.kills()).hasSize(LetThrough.MOST_KILLS);
    assertThat(kept.kills().get(15).receivedAt()).isEqualTo(NOON.plusMillis(19));
  }

  private static Article.Builder article(int version) {
    return Article.newBuilder()
        .setGuid("urn:test:1")
        .setVersion(version)
        .setHeadline("Headline")
        .setBody("text")
        .setContentHash("hash")
        .setReceivedAt(NOON);
  }
}
