package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class StandingTest {

  @Test
  void firstVersionIsStored() {
    assertThat(Standing.outcome(null, article(3, PubStatus.USABLE))).isEqualTo(Outcome.STORED);
  }

  @Test
  void equalVersionIsWrittenAgainSoThatReplayWorks() {
    assertThat(Standing.outcome(new Standing(3, null), article(3, PubStatus.USABLE)))
        .isEqualTo(Outcome.REPEATED);
  }

  @Test
  void strictlyOlderVersionIsStale() {
    var before = new Standing(3, null);

    assertThat(Standing.outcome(before, article(2, PubStatus.USABLE))).isEqualTo(Outcome.STALE);
    assertThat(Standing.after(before, article(2, PubStatus.USABLE))).isEqualTo(before);
  }

  @Test
  void killCountsWhateverItsVersion() {
    var before = new Standing(5, null);

    assertThat(Standing.outcome(before, article(2, PubStatus.CANCELED))).isEqualTo(Outcome.KILLED);
    assertThat(Standing.after(before, article(2, PubStatus.CANCELED)))
        .isEqualTo(new Standing(5, 5));
  }

  @Test
  void usableVersionUpToTheKilledOneNeverResurrects() {
    var killed = new Standing(5, 5);

    assertThat(Standing.outcome(killed, article(5, PubStatus.USABLE))).isEqualTo(Outcome.STALE);
    assertThat(Standing.outcome(killed, article(4, PubStatus.USABLE))).isEqualTo(Outcome.STALE);
  }

  @Test
  void usableVersionBeyondTheKilledOneIsStored() {
    var killed = new Standing(5, 5);

    assertThat(Standing.outcome(killed, article(6, PubStatus.USABLE))).isEqualTo(Outcome.STORED);
    assertThat(Standing.after(killed, article(6, PubStatus.USABLE))).isEqualTo(new Standing(6, 5));
  }

  @Test
  void withheldVersionThatIsOlderChangesNothing() {
    assertThat(Standing.outcome(new Standing(3, null), article(2, PubStatus.WITHHELD)))
        .isEqualTo(Outcome.STALE);
  }

  private static Article article(int version, PubStatus status) {
    return Arrivals.article("tag:example.org,2026:a", version, status);
  }
}
