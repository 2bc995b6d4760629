package org.copytaster.enrich;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What becomes of stream threads that fail. Each is replaced, but none at once: what has made one
 * fail makes the next fail, too, a hundred times a minute. While they keep failing the work does
 * not go on, whatever Kafka Streams says of its state, and the log has one line a minute and cause.
 */
final class ThreadFaults {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadFaults.class);

  /** After so long without another failure the threads are believed to be well. */
  static final Duration WELL_AFTER = Duration.ofSeconds(30);

  /** While a thread waits its transaction is open, and readers of its topics wait with it. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final int MOST_CAUSES = 20;

  private final LongSupplier nanos;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, SparseLog> logs = new ConcurrentHashMap<>();
  private long last;
  private int inARow;
  private @Nullable String why;

  /**
   * @param nanos a time that no clock that is set moves
   */
  ThreadFaults(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A thread failed: notes it, says it, and returns when the thread may be replaced. */
  void failed(Throwable cause) {
    var pause = noted(Fault.of(cause));
    try {
      var closedMeanwhile = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("the thread is replaced; closed: {}", closedMeanwhile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the threads keep failing; empty if none failed lately. */
  synchronized Optional<String> problem() {
    return failing()
        ? Optional.of("stream threads fail and are replaced: " + why)
        : Optional.empty();
  }

  /** Nobody waits any longer. */
  void close() {
    closed.countDown();
  }

  private synchronized Duration noted(String cause) {
    inARow = failing() ? inARow + 1 : 1;
    last = nanos.getAsLong();
    why = cause;
    // causes are few, but their words are an exception's
    if (logs.size() < MOST_CAUSES || logs.containsKey(cause)) {
      logs.computeIfAbsent(cause, each -> new SparseLog(LOG, Level.ERROR))
          .say("a stream thread failed and is replaced: {}", cause);
    }
    long doubled = SHORTEST_PAUSE.toMillis() << Math.min(10, inARow - 1);
    return Duration.ofMillis(Math.min(doubled, LONGEST_PAUSE.toMillis()));
  }

  private boolean failing() {
    return why != null && nanos.getAsLong() - last < WELL_AFTER.toNanos();
  }
}
