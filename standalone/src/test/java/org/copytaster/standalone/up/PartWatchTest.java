package org.copytaster.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PartWatchTest {

  private final AtomicLong nanos = new AtomicLong(1_000);
  private final List<String> events = new ArrayList<>();
  private Optional<String> failure = Optional.empty();
  private boolean answers = true;
  private boolean starts = true;
  private int restarts;

  private final PartWatch watch =
      new PartWatch(
          new KeptPart("store", () -> failure, () -> answers, this::restart),
          nanos::get,
          events::add);

  @Test
  void ofAPartThatRunsNothingIsSaid() {
    look(Duration.ofMinutes(10));

    assertThat(events).isEmpty();
    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void aPartThatEndedIsSaidAndStartedAtOnce() {
    failure = Optional.of("ended with 137");

    look(Duration.ofSeconds(1));

    assertThat(events)
        .containsExactly("store ended with 137; starting it again", "store is back after 0.0 s");
    assertThat(restarts).isEqualTo(1);
    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void eachFurtherStartWaitsTwiceAsLong() {
    starts = false;
    failure = Optional.of("ended");

    look(Duration.ofMinutes(2));

    assertThat(events)
        .filteredOn(event -> event.contains(" in "))
        .extracting(event -> event.replaceAll(".* in (\\d+) s.*", "$1"))
        .startsWith("1", "2", "4", "8", "16");
  }

  @Test
  void whatDoesNotHoldInSixStartsIsGivenUp() {
    starts = false;
    failure = Optional.of("ended");

    look(Duration.ofMinutes(3));

    assertThat(restarts).isEqualTo(PartWatch.TRIES);
    assertThat(watch.givenUp())
        .contains("store did not start: no luck; it was started 6 times in vain");
  }

  @Test
  void aPartThatEndsAgainAndAgainIsGivenUpThoughItStarts() {
    for (int i = 0; i < 20 && watch.givenUp().isEmpty(); i++) {
      failure = Optional.of("ended");
      look(Duration.ofSeconds(30));
    }

    assertThat(watch.givenUp()).contains("store ended; it was started 6 times in vain");
  }

  @Test
  void aPartThatHeldForTwoMinutesIsForgiven() {
    for (int i = 0; i < 20; i++) {
      failure = Optional.of("ended");
      look(PartWatch.HOLDS.plusSeconds(30));
    }

    assertThat(watch.givenUp()).isEmpty();
    assertThat(restarts).isEqualTo(20);
  }

  @Test
  void aSilentPartIsSaidBeforeItIsStartedAgain() {
    look(Duration.ofSeconds(10));
    answers = false;

    look(Duration.ofSeconds(10));

    assertThat(events).containsExactly("store does not answer");
    assertThat(watch.trouble()).contains("store does not answer");
    assertThat(restarts).isZero();
  }

  @Test
  void aPartThatHangsIsStartedAgainAfterHalfAMinute() {
    look(Duration.ofSeconds(10));
    answers = false;

    look(PartWatch.HANGS.plusSeconds(2));

    assertThat(events)
        .containsExactly(
            "store does not answer",
            "store has not answered for 30 s; starting it again",
            "store is back after 0.0 s");
  }

  @Test
  void aPartThatAnswersAgainIsLeftAlone() {
    look(Duration.ofSeconds(10));
    answers = false;
    look(Duration.ofSeconds(10));
    answers = true;

    look(Duration.ofMinutes(1));

    assertThat(events).containsExactly("store does not answer", "store answers again");
    assertThat(watch.trouble()).isEmpty();
    assertThat(restarts).isZero();
  }

  @Test
  void anErrorOfAStartIsAFailureLikeAnyOther() {
    var throwing =
        new PartWatch(
            new KeptPart(
                "broker",
                () -> Optional.of("ended"),
                () -> true,
                () -> {
                  throw new InternalError("a fault in a mapped file\nand more");
                }),
            nanos::get,
            events::add);

    throwing.look();
    throwing.look();

    assertThat(events)
        .contains("broker did not start: a fault in a mapped file; starting it again in 1 s");
  }

  /** Looks twice a second for so long. */
  private void look(Duration duration) {
    for (long i = 0; i < duration.toMillis() / 500; i++) {
      watch.look();
      nanos.addAndGet(Duration.ofMillis(500).toNanos());
    }
  }

  private void restart() {
    restarts++;
    if (!starts) {
      throw new IllegalStateException("no luck");
    }
    failure = Optional.empty();
    answers = true;
  }
}
