package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Requests;
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

  /** The JSON at a path, which is answered with {@code status}. */
  JsonNode get(String path, int status) throws Exception {
    var answer = Requests.send(Requests.get(uri(path).toString()));
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(status);
    return Requests.json(answer);
  }

  /** The names under a path of what the console says of its answers. */
  List<String> described(String path) throws Exception {
    var page = Requests.send(Requests.get(uri("/openapi.yaml").toString()));
    return names(new YAMLMapper().readTree(page.body()).at(path));
  }

  static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** A guid as a path has it. */
  static String encoded(String guid) {
    return URLEncoder.encode(guid, StandardCharsets.UTF_8).replace("+", "%20");
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
