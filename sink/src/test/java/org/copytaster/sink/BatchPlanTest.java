package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.sink.Arrivals.arrival;

import java.util.List;
import java.util.Map;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  private static final String GUID = "tag:example.org,2026:a";

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
    assertThat(plan.versions()).hasSize(3).allMatch(Arrival::hasText);
    assertThat(plan.outcomes()).containsExactly(Outcome.STORED, Outcome.STORED, Outcome.STALE);
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

    assertThat(plan.versions()).hasSize(2).noneMatch(Arrival::hasText);
    assertThat(plan.rows()).singleElement().matches(row -> !row.arrival().hasText());
    assertThat(plan.outcomes()).containsExactly(Outcome.STORED, Outcome.KILLED, Outcome.STALE);
  }

  @Test
  void versionAfterAKillIsWholeAndRemembersTheKilledOne() {
    var plan =
        new BatchPlan(
            Map.of(GUID, new Standing(1, null)),
            List.of(arrival(GUID, 2, PubStatus.CANCELED), arrival(GUID, 3, PubStatus.USABLE)));

    assertThat(plan.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.arrival().hasText()).isTrue();
              assertThat(row.standing()).isEqualTo(new Standing(3, 2));
            });
    assertThat(plan.kills()).containsOnlyKeys(GUID);
  }

  @Test
  void withheldVersionIsStoredWithoutItsText() {
    var plan =
        new BatchPlan(
            Map.of(GUID, new Standing(1, null)), List.of(arrival(GUID, 2, PubStatus.WITHHELD)));

    assertThat(plan.rows()).singleElement().matches(row -> !row.arrival().hasText());
    assertThat(plan.kills()).isEmpty();
  }
}
