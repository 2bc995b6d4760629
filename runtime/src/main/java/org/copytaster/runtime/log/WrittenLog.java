package org.copytaster.runtime.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log as it is written: lines for people, or an object of JSON a line for programs, as {@code
 * COPYTASTER_LOG} says. Logback reads that setting itself, before any of ours are read.
 */
public final class WrittenLog extends PatternLayoutEncoder {

  private static final String TEXT = "text";
  private static final String JSON = "json";

  private String form = TEXT;

  /** {@code json}, or anything else for lines of text. */
  public void setForm(@Nullable String form) {
    this.form = form == null ? TEXT : form;
  }

  @Override
  public void start() {
    super.start();
    if (form.strip().equalsIgnoreCase(JSON)) {
      var lines = new JsonLines();
      lines.setContext(getContext());
      lines.start();
      layout = lines;
    }
  }

  /** Says which service this process is, for lines that no step of a service tells it for. */
  public static void of(String service) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.putProperty(LogField.SERVICE.written(), service);
    }
  }
}
