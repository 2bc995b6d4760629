package org.copytaster.runtime.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message as one line of bounded length: what a stranger sent must neither look like a
 * line of ours nor fill the disk.
 */
public final class OneLine extends MessageConverter {

  private static final int LONGEST = 2_000;

  @Override
  public String convert(ILoggingEvent event) {
    return of(super.convert(event));
  }

  static String of(@Nullable String said) {
    var message = String.valueOf(said);
    return ShortText.of(message, LONGEST).replaceAll("\\p{Cntrl}+", " ");
  }
}
