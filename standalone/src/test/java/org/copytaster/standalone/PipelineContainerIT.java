package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.copytaster.enrich.Enrich;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Machine;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Services;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.Topic;
import org.copytaster.schemas.Topics;
import org.copytaster.sink.Sink;
import org.copytaster.sink.SinkSettings;
import org.copytaster.standalone.start.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The services in this JVM, on the broker, registry and database that operators run. */
class PipelineContainerIT {

  private static final KafkaContainer BROKER = new KafkaContainer("apache/kafka:4.3.1");
  private static final PostgreSQLContainer DATABASE = new PostgreSQLContainer("postgres:17-alpine");
  private static final GenericContainer<?> REGISTRY =
      new GenericContainer<>("apicurio/apicurio-registry-mem:2.6.13.Final")
          .withExposedPorts(8080)
          .waitingFor(Wait.forHttp("/health/ready").forPort(8080));
  private static final int INGEST_PORT = Ports.free();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static @Nullable Services services;

  @BeforeAll
  static void start(@TempDir Path state) {
    Machine.needs(Machine.has("docker", "version"), "no container engine answers on this machine");
    Startables.deepStart(BROKER, DATABASE, REGISTRY).join();
    var settings = Settings.of(environment(state));
    Deployment.read(settings).run();
    var all =
        new Services(
            List.of(
                Sink.service(SinkSettings.read(settings), new Metrics("sink")),
                Enrich.service(EnrichSettings.read(settings), new Metrics("enrich")),
                Ingest.service(IngestSettings.read(settings), new Metrics("ingest"))));
    services = all;
    all.start();
    await().atMost(Duration.ofSeconds(60)).until(all::ready);
  }

  @AfterAll
  static void stop() {
    if (services != null) {
      services.close();
    }
    List.of(REGISTRY, DATABASE, BROKER).forEach(GenericContainer::stop);
  }

  @Test
  void pushedArticleStandsInTheStore() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> push("urn:containers:1"), code -> code == 202);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> stored("urn:containers:1"), rows -> rows == 1);
  }

  @Test
  void deploymentCreatesEveryTopic() throws Exception {
    var topics =
        new Topics("")
            .all(Duration.ofDays(7), Duration.ofDays(90)).stream().map(Topic::name).toList();

    try (var admin = Admin.create(Map.of("bootstrap.servers", BROKER.getBootstrapServers()))) {
      assertThat(admin.listTopics().names().get()).containsAll(topics);
    }
  }

  private static int push(String guid) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + INGEST_PORT + "/v1/articles"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"guid\":\"%s\",\"headline\":\"Minister visits Berlin\",\"body\":\"Text.\"}"
                        .formatted(guid)))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static int stored(String guid) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                DATABASE.getJdbcUrl(), DATABASE.getUsername(), DATABASE.getPassword());
        var query = connection.prepareStatement("select count(*) from articles where guid = ?")) {
      query.setString(1, guid);
      var rows = query.executeQuery();
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Map<String, String> environment(Path state) {
    var environment = new HashMap<String, String>();
    environment.put("COPYTASTER_KAFKA_BOOTSTRAP_SERVERS", BROKER.getBootstrapServers());
    environment.put(
        "COPYTASTER_REGISTRY_URL",
        "http://%s:%d/apis/ccompat/v7".formatted(REGISTRY.getHost(), REGISTRY.getMappedPort(8080)));
    environment.put("COPYTASTER_DATABASE_URL", DATABASE.getJdbcUrl());
    environment.put("COPYTASTER_DATABASE_USER", DATABASE.getUsername());
    environment.put("COPYTASTER_DATABASE_PASSWORD", DATABASE.getPassword());
    environment.put("COPYTASTER_ENRICH_STATE", state.toString());
    environment.put("COPYTASTER_INGEST_PORT", Integer.toString(INGEST_PORT));
    environment.put("COPYTASTER_ENRICH_OPS_PORT", "0");
    environment.put("COPYTASTER_SINK_OPS_PORT", "0");
    return environment;
  }
}
