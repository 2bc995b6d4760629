package org.copytaster.standalone.start;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.copytaster.runtime.Services;

/** Keeps a process running until somebody stops it, and then closes what it ran, in order. */
public final class Running {

  private Running() {}

  /**
   * Waits for SIGINT or SIGTERM, then runs {@code close} and ends the process with exit code 0;
   * ends it with 1 if a service can no longer become ready.
   */
  public static void untilStopped(Services services, Runnable close) {
    untilStopped(() -> services.live() ? Optional.empty() : Optional.of(1), close);
  }

  /**
   * Waits for SIGINT or SIGTERM, then runs {@code close} and ends the process with exit code 0. The
   * process is ended from the hook itself: other hooks and non-daemon threads of libraries must not
   * hold it up.
   *
   * @param turn is run twice a second; once it gives an exit code the process ends with that
   */
  public static void untilStopped(Supplier<Optional<Integer>> turn, Runnable close) {
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
}
