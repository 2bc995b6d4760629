package org.copytaster.standalone.up;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch over one part. What has ended, or has not answered for half a minute, is started again:
 * at once the first time, then after longer and longer pauses. What did not hold in six starts is
 * given up.
 */
final class PartWatch {

  static final int TRIES = 6;
  static final Duration HANGS = Duration.ofSeconds(30);

  /** After so long without trouble all is forgotten. */
  static final Duration HOLDS = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(PartWatch.class);
  private static final Duration STARTS = Duration.ofSeconds(90);
  private static final Duration SETTLES = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final KeptPart part;
  private final LongSupplier nanos;
  private final Consumer<String> events;
  private int tries;
  private long startedAt;
  private @Nullable Long silentSince;
  private @Nullable Long tryAt;
  private @Nullable String trouble;
  private @Nullable String givenUp;

  /**
   * A watch over a part that runs.
   *
   * @param nanos as {@link System#nanoTime} has them
   * @param events is told each change, as a sentence
   */
  PartWatch(KeptPart part, LongSupplier nanos, Consumer<String> events) {
    this.part = part;
    this.nanos = nanos;
    this.events = events;
    begun();
  }

  /** What is wrong with it now, as a sentence. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Why it was given up, as a sentence, if it was. */
  Optional<String> givenUp() {
    return Optional.ofNullable(givenUp);
  }

  /** It was started anew by somebody else. */
  void begun() {
    startedAt = nanos.getAsLong();
    silentSince = null;
    tryAt = null;
    trouble = null;
  }

  /** Looks at it once; starts it again if it is time to, which takes as long as it takes. */
  void look() {
    if (givenUp != null) {
      return;
    }
    if (tryAt != null) {
      if (nanos.getAsLong() - tryAt >= 0) {
        start();
      }
      return;
    }
    var failure = part.failure();
    if (failure.isPresent()) {
      failed(part.name() + " " + failure.get());
    } else if (part.answers()) {
      well();
    } else if (passed(startedAt, SETTLES)) {
      silent();
    }
  }

  private void well() {
    if (silentSince != null) {
      events.accept(part.name() + " answers again");
      silentSince = null;
      trouble = null;
    }
    if (passed(startedAt, HOLDS)) {
      tries = 0;
    }
  }

  private void silent() {
    if (silentSince == null) {
      silentSince = nanos.getAsLong();
      say(part.name() + " does not answer");
    } else if (passed(silentSince, HANGS)) {
      failed(part.name() + " has not answered for " + HANGS.toSeconds() + " s");
    }
  }

  private void failed(String why) {
    if (tries >= TRIES) {
      givenUp = "%s; it was started %d times in vain".formatted(why, TRIES);
      return;
    }
    var pause = tries == 0 ? Duration.ZERO : Duration.ofSeconds(1L << (tries - 1));
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      pause = LONGEST_PAUSE;
    }
    tryAt = nanos.getAsLong() + pause.toNanos();
    say(
        pause.isZero()
            ? why + "; starting it again"
            : why + "; starting it again in " + pause.toSeconds() + " s");
  }

  private void start() {
    long begin = nanos.getAsLong();
    tries++;
    try {
      restarted();
      begun();
      events.accept(
          "%s is back after %.1f s".formatted(part.name(), (nanos.getAsLong() - begin) / 1e9));
    } catch (ExecutionException e) {
      LOG.warn("{} did not start", part.name(), e.getCause());
      failed(part.name() + " did not start: " + word(e.getCause()));
    } catch (TimeoutException e) {
      failed(part.name() + " did not start within " + STARTS.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** In a thread of its own: a start that hangs must not keep the watch from everything else. */
  private void restarted() throws ExecutionException, TimeoutException, InterruptedException {
    var started = new CompletableFuture<Void>();
    var thread =
        new Thread(
            () -> {
              try {
                part.restart();
                started.complete(null);
              } catch (RuntimeException | Error e) {
                // An error, too: on a full disk a mapped file may answer with one.
                started.completeExceptionally(e);
              }
            },
            "start-" + part.name());
    thread.setDaemon(true);
    thread.start();
    started.get(STARTS.toSeconds(), TimeUnit.SECONDS);
  }

  private static String word(@Nullable Throwable cause) {
    var word = cause == null ? null : cause.getMessage();
    return word == null ? "copytaster.log says why" : word.lines().findFirst().orElse("");
  }

  private void say(String sentence) {
    trouble = sentence;
    events.accept(sentence);
  }

  private boolean passed(long since, Duration duration) {
    return nanos.getAsLong() - since >= duration.toNanos();
  }
}
