package org.copytaster.standalone;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.copytaster.runtime.Services;

/** Keeps a process running until somebody stops it, and then closes what it ran, in order. */
public final class Running {

  private Running() {}

  /**
   * Waits for SIGINT or SIGTERM, then runs {@code close} and ends the process with exit code 0;
   * ends it with 1 if a service can no longer become ready. The process is ended from the hook
   * itself: other hooks and non-daemon threads of libraries must not hold it up.
   */
  public static void untilStopped(Services services, Runnable close) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close.run();
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
    var forever = new CountDownLatch(1);
    try {
      while (!forever.await(5, TimeUnit.SECONDS)) {
        if (!services.live()) {
          close.run();
          Runtime.getRuntime().halt(1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
