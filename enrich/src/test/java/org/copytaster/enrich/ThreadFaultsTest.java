package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.copytaster.schemas.RegistryException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ThreadFaultsTest {

  private final Logger log = (Logger) LoggerFactory.getLogger(ThreadFaults.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private final AtomicLong nanos = new AtomicLong(-7);
  private final ThreadFaults faults = new ThreadFaults(nanos::get);

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
    faults.close(); // nobody waits here
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(lines);
  }

  @Test
  void nothingIsWrongBeforeAThreadFails() {
    assertThat(faults.problem()).isEmpty();
  }

  @Test
  void threadsThatKeepFailingAreAProblemUntilTheyHaveBeenWellForAWhile() {
    for (int i = 0; i < 10; i++) {
      faults.failed(new RegistryException.UnavailableException("the registry is away", away()));
      nanos.addAndGet(ThreadFaults.WELL_AFTER.minusSeconds(1).toNanos());
      assertThat(faults.problem()).get().asString().contains("the registry is away");
    }

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(faults.problem()).isEmpty();
  }

  @Test
  void aCauseIsOneLineHoweverOftenThreadsFailOfIt() {
    for (int i = 0; i < 1_000; i++) {
      faults.failed(new RegistryException.UnavailableException("the registry is away", away()));
      faults.failed(new IllegalStateException("quotes copy"));
    }

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .hasSize(2)
        .noneMatch(line -> line.contains("quotes copy"));
  }

  @Test
  void failuresWithoutEndOfOtherCausesDoNotFillTheLog() {
    for (int i = 0; i < 1_000; i++) {
      faults.failed(new RegistryException("schema " + i + " is not there"));
    }

    assertThat(lines.list).hasSizeLessThanOrEqualTo(20);
  }

  private static IOException away() {
    return new IOException("quotes copy");
  }
}
