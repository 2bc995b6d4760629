package org.copytaster.console;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.stream.Stream;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;

/** A running console on a free port. */
final class ConsoleBench implements AutoCloseable {

  private final int port = Ports.free();
  private final Metrics metrics = new Metrics("console");
  private final Service console;
  private boolean closed;

  /** One with a few more settings, in pairs. */
  ConsoleBench(Lane lane, String... more) {
    var all =
        Stream.concat(
            Stream.of(
                "COPYTASTER_CONSOLE_PORT",
                Integer.toString(port),
                "COPYTASTER_SINK_GROUP",
                lane.kafka().topicPrefix() + "sink"),
            Stream.of(more));
    var settings = ConsoleSettings.read(lane.settings(all.toArray(String[]::new)));
    console = Console.service(settings, metrics);
    console.start();
    await().atMost(StoreBench.PATIENCE).until(console::ready);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  String scrape() {
    return metrics.scrape();
  }

  /** How many streams of events are open. */
  int followers() {
    return (int) metrics.registry().get("copytaster.console.followers").gauge().value();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      console.close();
    }
  }
}
