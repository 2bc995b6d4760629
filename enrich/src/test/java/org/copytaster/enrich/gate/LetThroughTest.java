package org.copytaster.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class LetThroughTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final LetThrough once = LetThrough.NOTHING.after(article(2).build());

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
    assertThat(once.after(kill).was(kill)).isTrue();
  }

  @Test
  void aLaterReadingOfTheSameRecordWasNot() {
    var reading = article(2).setReadAgainAt(NOON).build();

    assertThat(once.was(reading)).isFalse();
    assertThat(once.after(reading).was(reading)).isTrue();
  }

  @Test
  void nothingWasLetThroughWhereTheTimeOfReceptionIsNotKnown() {
    var kept = new LetThrough(VersionHistory.published(2, "hash"), null, 0);

    assertThat(kept.was(article(2).build())).isFalse();
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
