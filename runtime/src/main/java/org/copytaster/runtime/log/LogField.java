package org.copytaster.runtime.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What a line of the log tells beside its words, where it is known; in JSON only. */
public enum LogField {
  GUID("guid"),
  VERSION("version"),
  SOURCE("source"),
  TRACE_ID("traceId"),
  SERVICE("service");

  private final String written;

  LogField(String written) {
    this.written = written;
  }

  /** Its name in a line. */
  String written() {
    return written;
  }

  /** Has every line of this thread tell {@code value}, until that is {@link Said#unsay unsaid}. */
  public Said say(String value) {
    var before = MDC.get(written);
    MDC.put(written, value);
    return new Said(this, before);
  }

  /**
   * A field that is told now.
   *
   * @param before what was told before; null for nothing
   */
  public record Said(LogField field, @Nullable String before) {

    /** Tells again what was told before. */
    public void unsay() {
      if (before == null) {
        MDC.remove(field.written);
      } else {
        MDC.put(field.written, before);
      }
    }
  }
}
