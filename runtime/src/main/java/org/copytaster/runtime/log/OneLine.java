package org.copytaster.runtime.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes a message as one line of bounded length: what a stranger sent must neither look like a
 * line of ours nor fill the disk.
 */
public final class OneLine extends MessageConverter {

  private static final int LONGEST = 2_000;

  @Override
  public String convert(ILoggingEvent event) {
    var message = String.valueOf(super.convert(event));
    var cut = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    return cut.replaceAll("\\p{Cntrl}+", " ");
  }
}
