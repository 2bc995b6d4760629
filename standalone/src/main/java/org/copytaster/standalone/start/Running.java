package org.copytaster.standalone.start;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.copytaster.runtime.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a process running until somebody stops it, and then closes what it ran, in order. */
public final class Running {

  /** EX_TEMPFAIL of sysexits.h: whoever started the process shall start it again. */
  public static final int START_AGAIN = 75;

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final long CLOSING_SECONDS = 5;

  private Running() {}

  /**
   * Waits for SIGINT or SIGTERM, then runs {@code close} and ends the process with exit code 0;
   * ends it with 1 if a service can no longer become ready, and with {@link #START_AGAIN} if the
   * clock was set back.
   */
  public static void untilStopped(Services services, Runnable close) {
    untilStopped(() -> services.live() ? Optional.empty() : Optional.of(1), LOG::error, close);
  }

  /**
   * Waits for SIGINT or SIGTERM, then runs {@code close} and ends the process with exit code 0. The
   * process is ended from the hook itself: other hooks and non-daemon threads of libraries must not
   * hold it up.
   *
   * @param turn is run twice a second; once it gives an exit code the process ends with that
   * @param say takes the sentence that says why, if the clock was set back
   */
  public static void untilStopped(
      Supplier<Optional<Integer>> turn, Consumer<String> say, Runnable close) {
    var clock = new SetBack(System::currentTimeMillis, System::nanoTime);
    var closing = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (closing.compareAndSet(false, true)) {
                    close.run();
                    Runtime.getRuntime().halt(0);
                  }
                },
                "stop"));
    var forever = new CountDownLatch(1);
    try {
      while (!forever.await(500, TimeUnit.MILLISECONDS)) {
        if (closing.get()) {
          continue; // what is closed in order must not be taken for what has ended by itself
        }
        var back = clock.by();
        if (back.isPresent() && closing.compareAndSet(false, true)) {
          say.accept(sentence(back.get()));
          briefly(close);
          Runtime.getRuntime().halt(START_AGAIN);
        }
        var code = turn.get();
        if (code.isPresent() && closing.compareAndSet(false, true)) {
          close.run();
          Runtime.getRuntime().halt(code.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String sentence(Duration back) {
    return "the clock was set back by "
        + back.toSeconds()
        + " s, and Kafka's clients would stand still for as long; this process ends to be started"
        + " again";
  }

  /** What waits by the clock that was set back does not end in time, and is left as it is. */
  private static void briefly(Runnable close) throws InterruptedException {
    var closes = new Thread(close, "close");
    closes.setDaemon(true);
    closes.start();
    closes.join(Duration.ofSeconds(CLOSING_SECONDS).toMillis());
  }
}
