package org.copytaster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.store.Versions.arrival;
import static org.copytaster.store.Versions.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  private static final String GUID = "tag:example.org,2026:a";
  private static final String HASH = Versions.HASH;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void rowOfAGuidIsWrittenOnceWithItsNewestVersion() {
    var plan =
        new BatchPlan(
            Map.of(),
            List.of(
                arrival(GUID, 1, PubStatus.USABLE),
                arrival(GUID, 3, PubStatus.USABLE),
                arrival(GUID, 2, PubStatus.USABLE)));

    assertThat(plan.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.arrival().article().getVersion()).isEqualTo(3));
    assertThat(plan.versions()).hasSize(3).allMatch(StoredVersion::hasText);
    assertThat(plan.outcomes())
        .containsExactly(StoreOutcome.STORED, StoreOutcome.STORED, StoreOutcome.STALE);
  }

  @Test
  void killTakesTheTextFromVersionsOfItsOwnBatch() {
    var plan =
        new BatchPlan(
            Map.of(),
            List.of(
                arrival(GUID, 1, PubStatus.USABLE),
                arrival(GUID, 2, PubStatus.CANCELED),
                arrival(GUID, 1, PubStatus.USABLE)));

    assertThat(plan.versions()).hasSize(2).noneMatch(StoredVersion::hasText);
    assertThat(plan.rows()).singleElement().matches(row -> !row.arrival().hasText());
    assertThat(plan.outcomes())
        .containsExactly(StoreOutcome.STORED, StoreOutcome.KILLED, StoreOutcome.STALE);
  }

  @Test
  void versionAfterAKillIsWholeAndRemembersTheKilledOne() {
    var plan =
        new BatchPlan(
            Map.of(GUID, VersionHistory.published(1, HASH)),
            List.of(arrival(GUID, 2, PubStatus.CANCELED), arrival(GUID, 3, PubStatus.USABLE)));

    assertThat(plan.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.arrival().hasText()).isTrue();
              assertThat(row.history().version()).isEqualTo(3);
              assertThat(row.history().killedUpTo()).isEqualTo(2);
            });
    assertThat(plan.kills()).containsOnlyKeys(GUID);
  }

  @Test
  void withheldVersionIsStoredWithoutItsText() {
    var plan =
        new BatchPlan(
            Map.of(GUID, VersionHistory.published(1, HASH)),
            List.of(arrival(GUID, 2, PubStatus.WITHHELD)));

    assertThat(plan.rows()).singleElement().matches(row -> !row.arrival().hasText());
    assertThat(plan.kills()).isEmpty();
  }

  @Test
  void equalVersionIsWrittenAgainSoThatReplayWorks() {
    var plan =
        new BatchPlan(
            Map.of(GUID, VersionHistory.published(3, HASH)),
            List.of(arrival(GUID, 3, PubStatus.USABLE)));

    assertThat(plan.outcomes()).containsExactly(StoreOutcome.REPEATED);
    assertThat(plan.rows()).hasSize(1);
  }

  @Test
  void laterReadingTakesThePlaceOfTheOneThatIsStored() {
    var again = read("better", NOON);

    var plan =
        new BatchPlan(Map.of(GUID, VersionHistory.published(3, HASH)), List.of(arrival(again)));

    assertThat(plan.outcomes()).containsExactly(StoreOutcome.STORED);
    assertThat(plan.rows())
        .singleElement()
        .matches(row -> row.arrival().hasText())
        .satisfies(row -> assertThat(row.history().readAgainAt()).isEqualTo(NOON));
    assertThat(plan.versions()).singleElement().matches(StoredVersion::hasText);
  }

  @Test
  void earlierReadingTakesNoPlace() {
    var known = new VersionHistory(3, null, "better", NOON);

    var plan =
        new BatchPlan(
            Map.of(GUID, known),
            List.of(
                arrival(GUID, 3, PubStatus.USABLE), arrival(read("worse", NOON.minusSeconds(1)))));

    assertThat(plan.outcomes()).containsExactly(StoreOutcome.SUPERSEDED, StoreOutcome.SUPERSEDED);
    assertThat(plan.rows()).isEmpty();
    assertThat(plan.versions()).isEmpty();
  }

  @Test
  void killUnderTheStorysOwnVersionTakesItsText() {
    var kill =
        Article.newBuilder(article(GUID, 3, PubStatus.CANCELED)).setContentHash("kill").build();

    var plan =
        new BatchPlan(Map.of(GUID, VersionHistory.published(3, HASH)), List.of(arrival(kill)));

    assertThat(plan.outcomes()).containsExactly(StoreOutcome.KILLED);
    assertThat(plan.kills()).containsOnlyKeys(GUID);
    assertThat(plan.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.history().kills(3)).isTrue());
  }

  private static Article read(String contentHash, Instant readAgainAt) {
    return Article.newBuilder(article(GUID, 3, PubStatus.USABLE))
        .setContentHash(contentHash)
        .setReadAgainAt(readAgainAt)
        .build();
  }
}
