package org.copytaster.ingest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Listens to everything that is logged. */
final class Loud implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  Loud() {
    lines.start();
    root.addAppender(lines);
  }

  /** What was said at this level or above. */
  List<String> said(Level level) {
    return List.copyOf(lines.list).stream()
        .filter(line -> line.getLevel().isGreaterOrEqual(level))
        .map(line -> line.getLoggerName() + ": " + line.getFormattedMessage())
        .toList();
  }

  /** What came with a stack trace. */
  List<String> traces() {
    return List.copyOf(lines.list).stream()
        .filter(line -> line.getThrowableProxy() != null)
        .map(line -> line.getLoggerName() + ": " + line.getFormattedMessage())
        .toList();
  }

  @Override
  public void close() {
    root.detachAppender(lines);
  }
}
