package org.copytaster.runtime.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the stack traces of the log without the messages of foreign exceptions: the driver of the
 * database puts the rows of a batch into its message, and libraries log that as readily as we do.
 */
public final class Frames extends ThrowableHandlingConverter {

  private static final int MOST_FRAMES = 40;
  private static final int MOST_FAILURES = 20;

  @Override
  public String convert(ILoggingEvent event) {
    var text = new StringBuilder();
    write(event.getThrowableProxy(), "", text, Collections.newSetFromMap(new IdentityHashMap<>()));
    return text.toString();
  }

  private static void write(
      @Nullable IThrowableProxy failure,
      String before,
      StringBuilder text,
      Set<IThrowableProxy> written) {
    if (failure == null || written.size() >= MOST_FAILURES || !written.add(failure)) {
      return;
    }
    text.append(before).append(head(failure)).append('\n');
    var frames = failure.getStackTraceElementProxyArray();
    for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
      text.append("  ").append(frames[i].getSTEAsString()).append('\n');
    }
    for (var suppressed : failure.getSuppressed()) {
      write(suppressed, "besides: ", text, written);
    }
    write(failure.getCause(), "because of: ", text, written);
  }

  private static String head(IThrowableProxy failure) {
    return failure instanceof ThrowableProxy known
        ? Fault.head(known.getThrowable())
        : failure.getClassName();
  }
}
