package org.copytaster.standalone.up;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

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

  /** A change while everything runs, with the time of the day. */
  void event(String sentence) {
    say(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + sentence);
  }

  /** Says where everything listens, and whether it takes copy already. */
  void ready(boolean ready, UpPorts ports, Path data, UpParts parts) {
    var services = ports.services();
    say(
        """

        Copytaster %s after %.1f s.

          page and read API   http://127.0.0.1:%d/
          push articles to    http://127.0.0.1:%d/v1/articles   (or: copytaster push FILE)
          ops of enrich       http://127.0.0.1:%d/metrics
          ops of sink         http://127.0.0.1:%d/metrics
          schema registry     http://127.0.0.1:%d/apis/ccompat/v7
          Kafka broker        127.0.0.1:%d   (settings of a client: %s)
          PostgreSQL          postgresql://copytaster@127.0.0.1:%d/copytaster   (PGPASSFILE=%s)
          data and log        %s

        Ctrl-C stops everything; the data stays."""
            .formatted(
                ready ? "is ready" : "runs, but takes no copy yet,",
                seconds(begin),
                services.console(),
                services.ingest(),
                services.enrich(),
                services.sink(),
                ports.registry(),
                ports.broker(),
                parts.clientProperties(),
                ports.postgres(),
                parts.passwordFile(),
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
