package org.copytaster.parts.testing.leak;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is logged in this JVM, each line as the shipped configuration writes it. */
final class LogLines extends AppenderBase<ILoggingEvent> {

  private static final String PATTERN = "LINE";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final PatternLayoutEncoder encoder = new PatternLayoutEncoder();

  /** Begins to listen. */
  static LogLines listening() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var lines = new LogLines();
    lines.setContext(context);
    lines.encoder.setContext(context);
    lines.encoder.setPattern(
        Objects.requireNonNull(
            context.getProperty(PATTERN), "the configuration has no " + PATTERN));
    lines.encoder.start();
    lines.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
    return lines;
  }

  /** The lines since the last time. */
  List<String> taken() {
    var taken = List.copyOf(lines);
    lines.subList(0, taken.size()).clear();
    return taken;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
  }
}
