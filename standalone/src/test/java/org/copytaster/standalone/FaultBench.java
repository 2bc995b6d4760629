package org.copytaster.standalone;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.CutProxy;
import org.copytaster.parts.EmbeddedBroker;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Requests;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;

/**
 * The four services on real parts that can each be taken away, and copy that comes in all the time.
 */
final class FaultBench implements AutoCloseable {

  static final List<String> SERVICES = List.of("ingest", "enrich", "sink", "console");

  private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=/)");
  private static final int MOST_BYTES = 200_000;

  final CutProxy network;
  final CutProxy registry;
  final CutProxy store;
  private final EmbeddedBroker broker;
  private final Path sources;
  private final Lane lane;
  private final Pipeline pipeline;
  private final CompletableFuture<Void> pushing;
  private volatile boolean over;

  FaultBench(Lane given, Path directory) throws IOException {
    int port = Ports.free();
    network = new CutProxy(port);
    broker = new EmbeddedBroker(directory.resolve("broker"), port, network);
    broker.start();
    sources = Files.createDirectories(directory.resolve("sources"));
    Files.writeString(sources.resolve("coast.yaml"), "name: coast\nway: http\n");
    var environment = new HashMap<>(given.on(broker.bootstrap(), 1).environment());
    environment.put("COPYTASTER_INGEST_SOURCES", sources.toString());
    environment.put("COPYTASTER_INGEST_MAX_BYTES", "" + MOST_BYTES);
    registry = behind(environment, "COPYTASTER_REGISTRY_URL");
    store = behind(environment, "COPYTASTER_DATABASE_URL");
    lane =
        new Lane(
            environment,
            KafkaSettings.read(Settings.of(environment)),
            given.databaseUrl(),
            given.storeLog());
    pipeline = new Pipeline(lane, directory);
    pipeline.start();
    pushing = CompletableFuture.runAsync(this::pushOn);
  }

  /** Where each service listens. */
  Map<String, Integer> ports() {
    var ports = new HashMap<String, Integer>();
    SERVICES.forEach(service -> ports.put(service, pipeline.port(service)));
    return ports;
  }

  /** What a service says of its health. */
  JsonNode health(String service) {
    return answer(service, "/health/ready");
  }

  /** What a service counts, as lines of Prometheus' text format. */
  List<String> metrics(String service, String beginning) {
    try {
      return pipeline.metrics(service).lines().filter(line -> line.startsWith(beginning)).toList();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer at all", e);
    }
  }

  JsonNode status() {
    return answer("console", "/v1/status");
  }

  /** A source is expected from which nothing comes, and of the other nobody knows its rhythm. */
  void expectInVain() throws IOException {
    Files.writeString(sources.resolve("hills.yaml"), "name: hills\nway: http\nevery: 5s\n");
  }

  /** Pushes JSON; the status of the answer, or -1 if the connection ended before one came. */
  int push(String json) {
    try {
      var uri = "http://127.0.0.1:" + pipeline.port("ingest") + "/v1/articles?source=coast";
      var request = Requests.post(uri, "application/json", json).timeout(Duration.ofSeconds(30));
      return Requests.send(request).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (Exception e) {
      throw new AssertionError("no answer at all", e);
    }
  }

  static String article(String guid, int version, String more) {
    return "{\"guid\":\"%s\",\"version\":%d,\"headline\":\"Headline\",\"body\":\"Body\"%s}"
        .formatted(guid, version, more);
  }

  static String tooLong() {
    return article("urn:long:1", 1, ",\"edNote\":\"" + "x".repeat(MOST_BYTES) + "\"");
  }

  /** Writes bytes where articles are expected. */
  void poison(int times, byte[] bytes) {
    try (var producer =
        new KafkaProducer<>(
            lane.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < times; i++) {
        var key = new byte[] {(byte) i};
        var unused = producer.send(new ProducerRecord<>(lane.topics().articles(), key, bytes));
      }
    }
  }

  /** Locks the table that every article goes into, until it is closed. */
  Connection locked() throws SQLException {
    var connection = DriverManager.getConnection(lane.databaseUrl());
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("lock table articles in access exclusive mode");
    }
    return connection;
  }

  void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                SERVICES.stream()
                    .allMatch(service -> health(service).path("status").asText().equals("UP")));
  }

  @Override
  public void close() throws IOException {
    over = true;
    pushing.join();
    pipeline.close();
    broker.close();
    network.close();
    registry.close();
    store.close();
  }

  private void pushOn() {
    for (int i = 0; !over; i++) {
      push(article("urn:coast:" + i, 1, ""));
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(250); // the rate of the source, which nothing else sets
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode answer(String service, String path) {
    try {
      var uri = "http://127.0.0.1:" + pipeline.port(service) + path;
      return Requests.json(Requests.send(Requests.get(uri)));
    } catch (Exception e) {
      throw new AssertionError("no answer at all", e);
    }
  }

  private static CutProxy behind(Map<String, String> environment, String setting)
      throws IOException {
    var url = environment.getOrDefault(setting, "");
    var port = PORT.matcher(url);
    if (!port.find()) {
      throw new IllegalStateException(setting + " has no port: " + url);
    }
    var proxy = new CutProxy(Integer.parseInt(port.group()));
    environment.put(setting, port.replaceFirst("" + proxy.port()));
    return proxy;
  }
}
