package org.copytaster.standalone.up;

import java.io.PrintWriter;
import java.nio.file.Path;

/** Tells the person at the terminal how far the start is, and where everything listens. */
final class Progress {

  private final PrintWriter out;
  private final long begin = System.nanoTime();

  Progress(PrintWriter out) {
    this.out = out;
  }

  /** Does one step and says how long it took. */
  void timed(String what, Runnable step) {
    long start = System.nanoTime();
    step.run();
    say("  %-30s %5.1f s".formatted(what, seconds(start)));
  }

  void ready(UpPorts ports, Path data) {
    var services = ports.services();
    say(
        """

        Copytaster is ready after %.1f s.

          page and read API   http://127.0.0.1:%d/
          push articles to    http://127.0.0.1:%d/v1/articles   (or: copytaster push FILE)
          ops of enrich       http://127.0.0.1:%d/metrics
          ops of sink         http://127.0.0.1:%d/metrics
          schema registry     http://127.0.0.1:%d/apis/ccompat/v7
          Kafka broker        127.0.0.1:%d
          PostgreSQL          postgresql://copytaster@127.0.0.1:%d/copytaster
          data and log        %s

        Ctrl-C stops everything; the data stays."""
            .formatted(
                seconds(begin),
                services.console(),
                services.ingest(),
                services.enrich(),
                services.sink(),
                ports.registry(),
                ports.broker(),
                ports.postgres(),
                data));
  }

  void stopping() {
    say("\nStopping …");
  }

  void stopped() {
    say("Stopped.");
  }

  private synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
