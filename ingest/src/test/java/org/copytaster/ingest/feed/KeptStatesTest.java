package org.copytaster.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.schemas.record.FeedState;
import org.junit.jupiter.api.Test;

class KeptStatesTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final KeptStates states = new KeptStates();

  @Test
  void whatIsWrittenAfterAClockWasSetBackIsTheNewest() {
    states.written(state("a", NOON.plusSeconds(31_536_000)));
    states.written(state("b", NOON));

    assertThat(cursor()).isEqualTo("b");
  }

  @Test
  void whatIsReadLastInTheTopicIsTheNewestWhateverItsTime() {
    states.read("coast", state("a", NOON.plusSeconds(3_600)));
    states.read("coast", state("b", NOON));

    assertThat(cursor()).isEqualTo("b");
  }

  @Test
  void whatComesBackLateIsNotTakenForNews() {
    states.written(state("a", NOON));
    states.written(state("b", NOON.plusSeconds(1)));

    states.read("coast", state("a", NOON));
    assertThat(cursor()).isEqualTo("b");
    states.read("coast", state("b", NOON.plusSeconds(1)));
    assertThat(cursor()).isEqualTo("b");
    states.read("coast", state("c", NOON.minusSeconds(60)));
    assertThat(cursor()).isEqualTo("c");
  }

  @Test
  void whatWasLostOnItsWayStaysAndNothingIsWaitedFor() {
    states.written(state("a", NOON));
    states.lost("coast");
    assertThat(cursor()).isEqualTo("a");

    states.read("coast", state("b", NOON));
    assertThat(cursor()).isEqualTo("b");
  }

  @Test
  void whatSomebodyElseWritesCountsOnceTheFeedIsTheirs() {
    states.written(state("a", NOON));
    states.handedOver("coast"::equals);

    states.read("coast", state("b", NOON));

    assertThat(cursor()).isEqualTo("b");
  }

  private String cursor() {
    return String.valueOf(states.of("coast").orElseThrow().getCursor());
  }

  private static FeedState state(String cursor, Instant checkedAt) {
    return FeedState.newBuilder()
        .setSource("coast")
        .setAddress("https://wire.example/feed")
        .setCursor(cursor)
        .setCheckedAt(checkedAt)
        .build();
  }
}
