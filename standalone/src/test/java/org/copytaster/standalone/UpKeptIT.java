package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.copytaster.parts.Ports;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} keeps from others, and what it keeps at work. */
@TestInstance(Lifecycle.PER_CLASS)
class UpKeptIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private Path directory = Path.of("");
  private @Nullable ChildJvm up;

  @BeforeAll
  void start(@TempDir Path made) {
    directory = made;
    var arguments = new ArrayList<>(List.of("up", "--no-samples", "--data", data().toString()));
    for (var part :
        List.of("console", "ingest", "enrich", "sink", "registry", "broker", "postgres")) {
      ports.put(part, Ports.free());
      arguments.addAll(List.of("--" + part + "-port", "" + ports.get(part)));
    }
    var started =
        ChildJvm.start(directory.resolve("up.log"), Map.of(), arguments.toArray(String[]::new));
    up = started;
    await().atMost(PATIENCE).until(() -> started.printed().contains("Copytaster is ready"));
  }

  @AfterAll
  void stop() throws Exception {
    var started = Objects.requireNonNull(up);
    started.interrupt();
    assertThat(started.exitCode()).isZero();
  }

  @Test
  void nobodyComesToTheStoreWithoutAPassword() {
    for (var role : List.of("postgres", "copytaster", "copytaster_reader")) {
      assertThatThrownBy(() -> DriverManager.getConnection(store("postgres"), role, ""))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(store("copytaster"), role, "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void noServiceIsASuperuser() throws Exception {
    assertThat(
            rows(
                "copytaster",
                "select rolname from pg_roles where (rolsuper or rolcreaterole or rolcreatedb"
                    + " or rolreplication or rolbypassrls) and rolname !~ '^pg_'"))
        .containsExactly("postgres");
  }

  @Test
  void theConsoleReadsAndChangesNothing() throws Exception {
    assertThat(rows("copytaster_reader", "select count(*) from articles")).hasSize(1);
    for (var sql :
        List.of(
            "delete from articles",
            "create table mine (a int)",
            "copy (select 1) to program 'true'",
            "set role copytaster")) {
      assertThatThrownBy(
              () -> rows("copytaster_reader", "set default_transaction_read_only = off", sql))
          .as(sql)
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void nobodyComesToTheBrokerWithoutAPassword() {
    var stranger = new Properties();
    stranger.put("bootstrap.servers", "127.0.0.1:" + ports.get("broker"));
    stranger.put("default.api.timeout.ms", "4000");
    stranger.put("request.timeout.ms", "3000");
    try (var admin = Admin.create(stranger)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void whoHasTheFileForClientsIsServedByTheBroker() throws Exception {
    var client = new Properties();
    try (var in = Files.newInputStream(data().resolve("client.properties"))) {
      client.load(in);
    }
    client.put("bootstrap.servers", "127.0.0.1:" + ports.get("broker"));
    try (var admin = Admin.create(client)) {
      assertThat(admin.listTopics().names().get()).contains("news.articles");
    }
  }

  @Test
  void whatLiesInTheDataDirectoryIsForItsOwnerOnly() throws Exception {
    for (var name : List.of("", "broker", "registry", "postgres", "postgres/data")) {
      assertThat(mode(name)).as(name).isEqualTo("rwx------");
    }
    for (var name :
        List.of("postgres/pgpass", "broker-password", "client.properties", "client.env")) {
      assertThat(mode(name)).as(name).isEqualTo("rw-------");
    }
  }

  @Test
  void aRegistryThatDiesIsSaidAndStartedAgain() throws Exception {
    kill(child(0));

    await().atMost(PATIENCE).until(() -> printed().contains("registry is back after"));
    assertThat(printed()).contains("registry ended with code 137; starting it again");
    assertThat(status("registry", "/apis/ccompat/v7/subjects")).isEqualTo(200);
  }

  @Test
  void aStoreThatDiesIsSaidAndStartedAgainAndWhatIsPushedIsStored() throws Exception {
    int before = printed().split("postgres is back after", -1).length;

    kill(child(1));

    await()
        .atMost(PATIENCE)
        .until(() -> printed().split("postgres is back after", -1).length > before);
    assertThat(printed()).contains("postgres ended; starting it again");
    push("urn:kept:after-the-store-died");
    await()
        .atMost(PATIENCE)
        .until(() -> status("console", "/v1/articles/urn:kept:after-the-store-died") == 200);
  }

  @Test
  void aStoreThatIsFrozenTurnsSinkAndConsoleOffWithinFiveSeconds() throws Exception {
    await().atMost(PATIENCE).until(() -> ready("sink") && ready("console"));
    var postgres = child(1);
    var all = new ArrayList<>(postgres.descendants().toList());
    all.add(0, postgres);

    signal("STOP", all);

    try {
      await()
          .atMost(Duration.ofSeconds(5))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !ready("sink") && !ready("console"));
      await().atMost(PATIENCE).until(() -> printed().contains("postgres does not answer"));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(body("console", "/v1/status")).contains("postgres does not answer"));
    } finally {
      signal("CONT", all);
    }
    await().atMost(PATIENCE).until(() -> ready("sink") && ready("console"));
  }

  private Path data() {
    return directory.resolve("data");
  }

  private String printed() {
    return Objects.requireNonNull(up).printed();
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve(name)));
  }

  private String store(String database) {
    return "jdbc:postgresql://127.0.0.1:" + ports.get("postgres") + "/" + database;
  }

  /** What the last of these statements gives, as a role with its password. */
  private List<String> rows(String role, String... statements) throws Exception {
    var password =
        Files.readAllLines(data().resolve("postgres/pgpass")).stream()
            .filter(line -> line.split(":", -1)[3].equals(role))
            .map(line -> line.split(":", -1)[4])
            .findFirst()
            .orElseThrow();
    var rows = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(store("copytaster"), role, password);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        if (statement.execute(sql)) {
          try (var found = statement.getResultSet()) {
            while (found.next()) {
              rows.add(found.getString(1));
            }
          }
        }
      }
    }
    return rows;
  }

  private ProcessHandle child(int line) throws IOException {
    var id = Files.readAllLines(data().resolve("children")).get(line).split(" ", 2)[0];
    return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
  }

  private static void kill(ProcessHandle process) {
    assertThat(process.destroyForcibly()).isTrue();
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    processes.stream().filter(ProcessHandle::isAlive).forEach(p -> command.add("" + p.pid()));
    new ProcessBuilder(command).start().waitFor();
  }

  private boolean ready(String service) throws IOException, InterruptedException {
    return status(service, "/health/ready") == 200;
  }

  private void push(String guid) {
    var request =
        HttpRequest.newBuilder(uri("ingest", "/v1/articles"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Pipeline.article(guid, 1, "Body")))
            .build();
    await()
        .atMost(PATIENCE)
        .until(
            () -> http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() / 100 == 2);
  }

  private int status(String part, String path) throws IOException, InterruptedException {
    return get(part, path).statusCode();
  }

  private String body(String part, String path) throws IOException, InterruptedException {
    return get(part, path).body();
  }

  private HttpResponse<String> get(String part, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(part, path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String part, String path) {
    return URI.create("http://127.0.0.1:" + ports.get(part) + path);
  }
}
