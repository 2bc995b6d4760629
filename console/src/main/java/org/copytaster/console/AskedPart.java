package org.copytaster.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One part of the status that may take long to find, or hang. A thread of its own asks, so that
 * whoever wants to know waits a moment at most and then hears what was known last, and of when. It
 * asks at most every two seconds, and more rarely, up to every ten, where the answer takes long.
 */
final class AskedPart<P> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AskedPart.class);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration STALE = Duration.ofSeconds(10);
  private static final int REST = 20;

  /** What has been asked for so long is not to be had, though nobody has said so. */
  private static final Duration HANGS = Duration.ofSeconds(4);

  private final Callable<P> question;
  private final Clock clock;
  private final ExecutorService thread;
  private final String name;
  private final SparseLog failures = new SparseLog(LOG, Level.WARN);
  private final Countdown untilStale = new Countdown();
  private @Nullable CompletableFuture<Void> asking;
  private long askedAt;
  private Known<P> last = new Known<>(Optional.empty(), Instant.MIN, false);

  /**
   * What is known.
   *
   * @param value the last answer there was, if there ever was one
   * @param at when it was given
   * @param failed whether there was no answer the last time
   */
  record Known<P>(Optional<P> value, Instant at, boolean failed) {}

  AskedPart(String name, Callable<P> question, Clock clock) {
    this.name = name;
    this.question = question;
    this.clock = clock;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              var created = new Thread(work, "console-status-" + name);
              created.setDaemon(true);
              return created;
            });
  }

  /** Asks where that is due, and does not wait. */
  void begin() {
    var unused = asked();
  }

  /** What is known now; asks anew where that is due and waits for it, but not longer than this. */
  Known<P> known(Duration patience) {
    var answer = asked();
    if (answer.isPresent()) {
      try {
        answer.get().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        LOG.debug("{} has not answered yet", name);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return known();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      var ended = thread.awaitTermination(3, TimeUnit.SECONDS);
      LOG.debug("{} is asked no more; ended: {}", name, ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Known<P> known() {
    boolean hangs =
        asking != null && !asking.isDone() && System.nanoTime() - askedAt > HANGS.toNanos();
    return hangs ? new Known<>(last.value(), last.at(), true) : last;
  }

  private synchronized Optional<CompletableFuture<Void>> asked() {
    if (asking != null && !asking.isDone()) {
      return Optional.of(asking);
    }
    if (!untilStale.over()) {
      return Optional.empty();
    }
    var begun = CompletableFuture.runAsync(this::ask, thread);
    asking = begun;
    askedAt = System.nanoTime();
    return Optional.of(begun);
  }

  private void ask() {
    long begun = System.nanoTime();
    Optional<P> answer = Optional.empty();
    try {
      answer = Optional.of(question.call());
    } catch (Exception e) {
      failures.say("{} did not answer: {}", name, Fault.of(e));
    }
    var rest = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(REST);
    answered(answer, rest.compareTo(FRESH) < 0 ? FRESH : rest.compareTo(STALE) > 0 ? STALE : rest);
  }

  private synchronized void answered(Optional<P> answer, Duration rest) {
    last =
        answer.isPresent()
            ? new Known<>(answer, clock.instant(), false)
            : new Known<>(last.value(), last.at(), true);
    untilStale.start(rest);
  }
}
