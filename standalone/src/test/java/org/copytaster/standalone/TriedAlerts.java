package org.copytaster.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.parts.Ports;

/**
 * A real Prometheus that scrapes services and evaluates our alert rules twice a second. Time runs
 * faster in its copy of the rules: what must last for minutes lasts for seconds.
 */
final class TriedAlerts implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WAIT = Pattern.compile("(?m)^( +for: )(\\d+)(m|h)$");
  private static final Pattern WINDOW = Pattern.compile("\\[(\\d+)(m|h)]");

  /** So many times shorter. */
  static final int FACTOR = 20;

  /** What is measured every two seconds must not look as if it stood still. */
  private static final int SHORTEST_WINDOW = 6;

  private static final int SHORTEST_WAIT = 2;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private final Process process;

  /** An alert that rang, with the label that tells it from others of its name. */
  record Rung(String alert, String of) implements Comparable<Rung> {
    @Override
    public int compareTo(Rung other) {
      return (alert + of).compareTo(other.alert + other.of);
    }
  }

  TriedAlerts(Path directory, Map<String, Integer> ports) throws IOException {
    Files.createDirectories(directory);
    var rules = Files.readString(OpsFiles.CHECKOUT.resolve("ops/alerts.yml"));
    Files.writeString(directory.resolve("alerts.yml"), faster(rules));
    var config = directory.resolve("prometheus.yml");
    Files.writeString(config, config(ports));
    process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("prometheus.log").toFile())
            .start();
  }

  /** Whether it answers. */
  boolean ready() {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What rings now. */
  Set<Rung> ringing() {
    var all = new TreeSet<Rung>();
    for (var series : result("/api/v1/query?query=" + escaped(FIRING))) {
      all.add(rung(series.path("metric")));
    }
    return all;
  }

  /** What began to ring between two moments, and how many seconds after the first of them. */
  Map<Rung, Double> began(Instant from, Instant to) {
    var found = new TreeMap<Rung, Double>();
    var path =
        "/api/v1/query_range?query=%s&start=%s&end=%s&step=%s"
            .formatted(escaped(FIRING), seconds(from.minusSeconds(1)), seconds(to), STEP);
    for (var series : result(path)) {
      double last = Double.NEGATIVE_INFINITY;
      for (var value : series.path("values")) {
        double after = value.path(0).asDouble() - seconds(from);
        if (after > 0 && after - last > 2 * STEP) {
          found.merge(rung(series.path("metric")), after, Math::min);
        }
        last = after;
      }
    }
    return found;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds between two looks at what rang. */
  private static final double STEP = 0.5;

  private static final String FIRING = "ALERTS{alertstate=\"firing\",severity!=\"none\"}";

  static String faster(String rules) {
    var waits =
        WAIT.matcher(rules)
            .replaceAll(
                wait -> wait.group(1) + shorter(wait.group(2), wait.group(3), SHORTEST_WAIT) + "s");
    return WINDOW
        .matcher(waits)
        .replaceAll(
            window -> "[" + shorter(window.group(1), window.group(2), SHORTEST_WINDOW) + "s]");
  }

  private static int shorter(String number, String unit, int least) {
    int seconds = Integer.parseInt(number) * (unit.equals("h") ? 3_600 : 60);
    return Math.max(least, seconds / FACTOR);
  }

  private static String config(Map<String, Integer> ports) {
    var targets =
        ports.values().stream()
            .map(port -> "'127.0.0.1:" + port + "'")
            .collect(Collectors.joining(", "));
    return """
    global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 500ms}
    rule_files: [alerts.yml]
    scrape_configs:
      - job_name: copytaster
        static_configs: [{targets: [%s]}]
    """
        .formatted(targets);
  }

  private static Rung rung(JsonNode labels) {
    for (var name : List.of("service", "reader", "source", "subscriber", "status", "group")) {
      if (labels.has(name)) {
        return new Rung(labels.path("alertname").asText(), labels.path(name).asText());
      }
    }
    return new Rung(labels.path("alertname").asText(), "");
  }

  private List<JsonNode> result(String path) {
    try {
      var all = new ArrayList<JsonNode>();
      JSON.readTree(get(path).body()).at("/data/result").forEach(all::add);
      return all;
    } catch (IOException e) {
      throw new AssertionError("Prometheus does not answer", e);
    }
  }

  private HttpResponse<String> get(String path) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1_000.0;
  }

  private static String escaped(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
