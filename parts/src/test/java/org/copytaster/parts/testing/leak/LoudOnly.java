package org.copytaster.parts.testing.leak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Keeps warnings of libraries, which the guard reads, from the terminal of a test run. */
public final class LoudOnly extends Filter<ILoggingEvent> {

  @Override
  public FilterReply decide(ILoggingEvent event) {
    boolean ours = event.getLoggerName().startsWith("org.copytaster");
    return ours || event.getLevel().isGreaterOrEqual(Level.ERROR)
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }
}
