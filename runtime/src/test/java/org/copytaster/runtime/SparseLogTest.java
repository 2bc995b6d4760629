package org.copytaster.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class SparseLogTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(SparseLogTest.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final SparseLog log = new SparseLog(logger, Level.WARN, nanos::get);

  @BeforeEach
  void listen() {
    logger.setAdditive(false);
    lines.start();
    logger.addAppender(lines);
  }

  @Test
  void aThousandOfOneKindAreOneLineAMinute() {
    for (int i = 0; i < 1_000; i++) {
      log.say("{} went wrong", "this");
    }

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("this went wrong");
  }

  @Test
  void theNextLineSaysHowManyWereLeftUnsaid() {
    for (int i = 0; i < 1_000; i++) {
      log.say("it went wrong");
    }
    nanos.addAndGet(60_000_000_000L);

    log.say("it went wrong");

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "it went wrong", "it went wrong (and 999 more like it since the last such line)");
  }
}
