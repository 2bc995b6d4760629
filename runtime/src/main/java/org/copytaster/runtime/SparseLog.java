package org.copytaster.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Says one kind of thing at most once a minute, and then how often it was left unsaid: what
 * strangers or one fault can cause a thousand times must not fill a disk. One for each kind; safe
 * for many threads.
 */
public final class SparseLog {

  private static final long MINUTE = 60_000_000_000L;

  private final Logger log;
  private final Level level;
  private final LongSupplier nanos;
  private final AtomicLong next;
  private final AtomicLong unsaid = new AtomicLong();

  /** One that writes to {@code log}. */
  public SparseLog(Logger log, Level level) {
    this(log, level, System::nanoTime);
  }

  SparseLog(Logger log, Level level, LongSupplier nanos) {
    this.log = log;
    this.level = level;
    this.nanos = nanos;
    this.next = new AtomicLong(nanos.getAsLong());
  }

  /** Says it, or counts it. */
  public void say(String format, Object... arguments) {
    say(null, format, arguments);
  }

  /** Says it with what caused it, which is written with its stack trace, or counts it. */
  public void say(@Nullable Throwable cause, String format, Object... arguments) {
    long now = nanos.getAsLong();
    long due = next.get();
    if (now - due < 0 || !next.compareAndSet(due, now + MINUTE)) {
      unsaid.incrementAndGet();
      return;
    }
    long before = unsaid.getAndSet(0);
    var more = before == 0 ? "" : " (and " + before + " more like it since the last such line)";
    log.atLevel(level).setCause(cause).log(format + more, arguments);
  }
}
