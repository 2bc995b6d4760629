package org.copytaster.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WatchedPartTest {

  private static final Instant BEGIN = Instant.parse("2026-11-30T03:00:00Z");

  private final Logger log = (Logger) LoggerFactory.getLogger(WatchedPart.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Optional<String> problem = Optional.empty();
  private long nanos;
  private final WatchedPart part =
      new WatchedPart("sink", "store", () -> problem, new Ticking(), () -> nanos);

  /** The clock on the wall, which goes with {@code nanos}. */
  private final class Ticking extends Clock {
    @Override
    public Instant instant() {
      return BEGIN.plusNanos(nanos);
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(lines);
  }

  @Test
  void aPartKnowsSinceWhenItIsAsItIs() {
    assertThat(part.look(false).since()).isEqualTo(BEGIN);
    later(60);
    problem = Optional.of("it is locked");
    var first = part.look(false);
    later(60);
    problem = Optional.of("it is locked still");

    var second = part.look(false);

    assertThat(first.since()).isEqualTo(BEGIN.plusSeconds(60));
    assertThat(second.since()).isEqualTo(first.since());
    assertThat(second.why()).isEqualTo("it is locked still");
    assertThat(second.good()).isFalse();
  }

  @Test
  void whatStaysWrongIsSaidOnceAndOnceMoreWhenItIsOver() {
    part.look(false);
    problem = Optional.of("it is locked");
    for (int i = 0; i < 100; i++) {
      part.look(false);
      later(1);
    }
    problem = Optional.empty();
    part.look(false);
    part.look(false);

    assertThat(said())
        .containsExactly("sink is not ready: store: it is locked", "sink: store is well again");
  }

  @Test
  void aHiccupIsNotSaid() {
    for (int i = 0; i < 20; i++) {
      problem = i % 2 == 0 ? Optional.empty() : Optional.of("a rebalance");
      part.look(false);
      later(1);
    }

    assertThat(said()).isEmpty();
  }

  @Test
  void thatAServiceStartsIsNotSaidUnlessItTakesLong() {
    problem = Optional.of("the topology is not started");
    for (int i = 0; i < 20; i++) {
      part.look(false);
      later(1);
    }
    assertThat(said()).isEmpty();

    part.look(false);

    assertThat(said()).containsExactly("sink is not ready: store: the topology is not started");
  }

  @Test
  void whatAnotherPartExplainsIsNotSaid() {
    part.look(false);
    problem = Optional.of("it has to wait");
    for (int i = 0; i < 20; i++) {
      part.look(true);
      later(1);
    }

    assertThat(said()).isEmpty();
  }

  @Test
  void whatComesAndGoesIsSaidOnceAMinuteAtTheMost() {
    for (int i = 0; i < 300; i++) {
      problem = i % 10 < 5 ? Optional.empty() : Optional.of("it fails");
      part.look(false);
      later(1);
    }

    // five minutes by the log's own time are over at once: it says each kind of line once
    assertThat(said()).hasSize(2);
  }

  private void later(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  private List<String> said() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
