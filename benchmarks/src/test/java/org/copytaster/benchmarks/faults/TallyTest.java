package org.copytaster.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.benchmarks.faults.Tally.Enriched;
import org.copytaster.benchmarks.faults.Tally.Finding;
import org.copytaster.benchmarks.faults.Tally.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A count that finds nothing wrong must be one that would have found it. */
class TallyTest {

  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final List<Pushed> pushed = new ArrayList<>();

  @Test
  void whatStandsAsItWasAcknowledgedIsNoFinding() {
    push("a", 1, "USABLE", null);
    push("a", 2, "USABLE", null);
    var tally = tally();

    tally.rows(List.of(new Row("a", 2, "USABLE")));
    tally.text("a", "mark-a-1 and mark-a-2");
    tally.enriched(received(1, NOW));
    tally.enriched(received(2, NOW));

    assertThat(tally.versions()).isEqualTo(2);
    assertFound(tally);
  }

  @Test
  void aGuidThatIsNotInTheStoreIsLost() {
    push("a", 1, "USABLE", null);
    var tally = tally();

    tally.rows(List.of());

    assertFound(tally, Finding.LOST);
  }

  @Test
  void whatWasNeverAcknowledgedCannotBeLost() {
    pushed.add(new Pushed("a", 1, "USABLE", null, "mark", 503));
    var tally = tally();

    tally.rows(List.of());

    assertFound(tally);
  }

  @Test
  void aKillThatTheStoreDoesNotKnowIsLost() {
    push("a", 1, "USABLE", null);
    push("a", 2, "CANCELED", null);
    var tally = tally();

    tally.rows(List.of(new Row("a", 1, "USABLE")));

    assertFound(tally, Finding.LOST);
  }

  @Test
  void aWithheldVersionThatStandsAsUsableIsLost() {
    push("a", 1, "WITHHELD", null);
    var tally = tally();

    tally.rows(List.of(new Row("a", 1, "USABLE")));

    assertFound(tally, Finding.LOST);
  }

  @Test
  void anOlderVersionInTheStoreIsFound() {
    push("a", 1, "USABLE", null);
    push("a", 2, "USABLE", null);
    var tally = tally();

    tally.rows(List.of(new Row("a", 1, "USABLE")));

    assertFound(tally, Finding.OLDER_OVER_NEWER);
  }

  @Test
  void anOlderVersionAfterANewerOneOnTheTopicIsFound() {
    push("a", 1, "USABLE", null);
    push("a", 2, "USABLE", null);
    var tally = tally();

    tally.enriched(received(2, NOW));
    tally.enriched(received(1, NOW));

    assertFound(tally, Finding.OLDER_OVER_NEWER);
  }

  @Test
  void whatWasReceivedOnceAndStandsTwiceOnTheTopicWasEnrichedTwice() {
    push("a", 1, "USABLE", null);
    var tally = tally();

    tally.enriched(received(1, NOW));
    tally.enriched(received(1, NOW));

    assertFound(tally, Finding.ENRICHED_TWICE);
  }

  @Test
  void whatWasReceivedTwiceWasAcceptedTwice() {
    push("a", 1, "USABLE", null);
    var tally = tally();

    tally.enriched(received(1, NOW));
    tally.enriched(received(1, NOW.plusMillis(1)));

    assertFound(tally, Finding.ACCEPTED_TWICE);
    assertThat(tally.clean()).as("told, but no reason to fail").isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Finding.class, names = "ACCEPTED_TWICE", mode = EnumSource.Mode.EXCLUDE)
  void whateverElseIsFoundIsAReasonToFail(Finding finding) {
    var tally = tally();

    assertThat(tally.clean()).isTrue();
    tally.findings().put(finding, List.of("something"));
    assertThat(tally.clean()).isFalse();
  }

  @Test
  void theTextOfAKilledVersionIsFoundWhereverItStands() {
    push("a", 1, "USABLE", null);
    push("a", 2, "CANCELED", null);
    var tally = tally();

    tally.text("a", "Chancellor … mark-a-1.");

    assertFound(tally, Finding.KILLED_TEXT);
  }

  @Test
  void aUsableVersionAfterTheKillMayHaveText() {
    push("a", 2, "CANCELED", null);
    push("a", 3, "USABLE", null);
    var tally = tally();

    tally.text("a", "mark-a-3");

    assertFound(tally);
  }

  @Test
  void theTextOfAHeldVersionIsFoundWhereverItStands() {
    push("a", 1, "USABLE", LATER);
    var tally = tally();

    tally.text("a", "mark-a-1");

    assertFound(tally, Finding.EMBARGOED_TEXT);
  }

  @Test
  void aHeldVersionIsNeitherOnTheTopicNorInTheStore() {
    push("a", 1, "USABLE", LATER);
    var onTopic = tally();
    var inStore = tally();

    onTopic.enriched(received(1, NOW));
    inStore.rows(List.of(new Row("a", 1, "USABLE")));

    assertFound(onTopic, Finding.EMBARGOED_TEXT);
    assertFound(inStore, Finding.EMBARGOED_TEXT);
  }

  @Test
  void anEmbargoThatIsOverHoldsNothing() {
    push("a", 1, "USABLE", NOW.minusSeconds(1));
    var tally = tally();

    tally.rows(List.of(new Row("a", 1, "USABLE")));
    tally.text("a", "mark-a-1");

    assertFound(tally);
  }

  @Test
  void aDoubledRowIsFound() {
    var tally = tally();

    tally.doubled("a 1");

    assertFound(tally, Finding.DOUBLED_IN_STORE);
  }

  private void push(String guid, int version, String pubStatus, @Nullable Instant embargoed) {
    var mark = "mark-" + guid + "-" + version;
    pushed.add(new Pushed(guid, version, pubStatus, embargoed, mark, 202));
  }

  private static Enriched received(int version, Instant receivedAt) {
    return new Enriched("a", version, "USABLE", receivedAt);
  }

  private Tally tally() {
    return new Tally(pushed, NOW);
  }

  private static void assertFound(Tally tally, Finding... expected) {
    assertThat(tally.findings())
        .allSatisfy(
            (finding, found) ->
                assertThat(found).hasSize(List.of(expected).contains(finding) ? 1 : 0));
  }
}
