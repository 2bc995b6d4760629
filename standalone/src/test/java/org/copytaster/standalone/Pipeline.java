package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.console.Console;
import org.copytaster.console.ConsoleSettings;
import org.copytaster.enrich.Enrich;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Services;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.sink.Sink;
import org.copytaster.sink.SinkSettings;

/** The four services on a lane of the real parts, and a client of them. */
final class Pipeline implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lane lane;
  private final Services services;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Integer> ports =
      Map.of(
          "ingest",
          Ports.free(),
          "enrich",
          Ports.free(),
          "sink",
          Ports.free(),
          "console",
          Ports.free());

  Pipeline(Lane lane, Path directory) {
    this(lane, directory, Map.of());
  }

  /** One that is set up by {@code more}, too. */
  Pipeline(Lane lane, Path directory, Map<String, String> more) {
    this.lane = lane;
    var environment = new HashMap<>(lane.environment());
    environment.putAll(more);
    environment.put("COPYTASTER_INGEST_PORT", "" + ports.get("ingest"));
    environment.put("COPYTASTER_ENRICH_OPS_PORT", "" + ports.get("enrich"));
    environment.put("COPYTASTER_SINK_OPS_PORT", "" + ports.get("sink"));
    environment.put("COPYTASTER_CONSOLE_PORT", "" + ports.get("console"));
    environment.put("COPYTASTER_ENRICH_STATE", directory.resolve("enrich").toString());
    var editors = directory.resolve("editors");
    if (Files.isDirectory(editors)) {
      environment.put("COPYTASTER_CONSOLE_EDITORS", editors.toString());
    }
    this.services =
        new Services(
            List.of(
                Sink.service(SinkSettings.read(Settings.of(environment)), new Metrics("sink")),
                Enrich.service(
                    EnrichSettings.read(Settings.of(environment)), new Metrics("enrich")),
                Ingest.service(
                    IngestSettings.read(Settings.of(environment)), new Metrics("ingest")),
                Console.service(
                    ConsoleSettings.read(Settings.of(environment)), new Metrics("console"))));
  }

  /** Starts all four and waits until they are ready. */
  void start() {
    services.start();
    await().atMost(Duration.ofSeconds(60)).until(services::ready);
  }

  /** Stops all four; none may have text of the copy among its metrics. */
  @Override
  public void close() {
    try {
      for (var service : ports.keySet()) {
        Marks.refuse("the metrics of " + service, metrics(service));
      }
    } catch (IOException e) {
      // a test may have stopped it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      services.close();
    }
  }

  Lane lane() {
    return lane;
  }

  /** Where the page is. */
  String page() {
    return uri("console", "/").toString();
  }

  /** Where a service listens. */
  int port(String service) {
    return Objects.requireNonNull(ports.get(service));
  }

  Topics topics() {
    return new Topics(lane.kafka().topicPrefix());
  }

  static String article(String guid, int version, String body) {
    return "{\"guid\":\"%s\",\"version\":%d,\"headline\":\"Headline %s\",\"body\":\"%s %s\"}"
        .formatted(guid, version, Marks.in("headline"), body, Marks.in("body"));
  }

  /** Pushes JSON that must be accepted; the receipt. */
  JsonNode push(String json) throws IOException, InterruptedException {
    return push(json, Map.of());
  }

  /** The same with more headers. */
  JsonNode push(String json, Map<String, String> headers) throws IOException, InterruptedException {
    var builder = HttpRequest.newBuilder(uri("ingest", "/v1/articles"));
    headers.forEach(builder::header);
    var request =
        builder
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    Marks.refuse("the receipt", answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return JSON.readTree(answer.body());
  }

  JsonNode receipt(String id) throws IOException, InterruptedException {
    return JSON.readTree(get("ingest", "/v1/receipts/" + id).body());
  }

  /** The article in the store once it has this version. */
  JsonNode stored(String guid, int version) throws IOException, InterruptedException {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> find(guid).path("version").asInt(), Integer.valueOf(version)::equals);
    return find(guid);
  }

  JsonNode find(String guid) throws IOException, InterruptedException {
    return JSON.readTree(get("console", "/v1/articles/" + escape(guid)).body());
  }

  /** The status with which the console answers for this guid. */
  int status(String guid) throws IOException, InterruptedException {
    return get("console", "/v1/articles/" + escape(guid)).statusCode();
  }

  String metrics(String service) throws IOException, InterruptedException {
    return get(service, "/metrics").body();
  }

  List<ConsumerRecord<String, EnrichedArticle>> enriched(int atLeast) {
    return Reading.records(lane.kafka(), topics().enriched(), atLeast);
  }

  <T extends SpecificRecord> List<ConsumerRecord<String, T>> records(String topic, int atLeast) {
    return Reading.records(lane.kafka(), topic, atLeast);
  }

  private HttpResponse<String> get(String service, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(service, path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String service, String path) {
    return URI.create("http://127.0.0.1:" + port(service) + path);
  }

  private static String escape(String guid) {
    return URLEncoder.encode(guid, StandardCharsets.UTF_8);
  }
}
