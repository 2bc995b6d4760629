package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Machine;
import org.copytaster.parts.testing.Requests;
import org.copytaster.parts.testing.leak.Marks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code copytaster up} as a person runs it. */
class UpIT {

  private final Map<String, Integer> ports = new LinkedHashMap<>();
  @TempDir private Path directory;

  UpIT() {
    for (var name :
        List.of("console", "ingest", "enrich", "sink", "registry", "broker", "postgres")) {
      ports.put(name, Ports.free());
    }
  }

  /** Neither ours nor PostgreSQL's log holds text of what was pushed. */
  @AfterEach
  void lookIntoTheLogs() throws IOException {
    try (var files = Files.walk(directory)) {
      for (var log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        if (Files.size(log) < 100_000_000 && !log.toString().contains("/broker/")) {
          Marks.refuse(log.toString(), Files.readString(log, ISO_8859_1));
        }
      }
    }
  }

  @Test
  void dataSurvivesAStopAndAKillAndNoChildIsLeftBehind() throws Exception {
    try (var first = up("first")) {
      awaitReady(first);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(articles()).contains("OBIT"));
      assertThat(first.printed()).as("logs are for the file").doesNotContain("WARN", "INFO");
      assertThat(directory.resolve("data/copytaster.log")).isNotEmptyFile();
      theRegistryLetsInWhomTheOthersLetIn();
      var children = children();
      assertThat(children).hasSize(2);
      var begin = System.nanoTime();
      first.interrupt();
      assertThat(first.exitCode()).isZero();
      assertThat(first.printed()).doesNotContain("starting it again");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
      awaitEnd(children);
    }

    try (var second = up("second")) {
      awaitReady(second);
      assertThat(articles()).contains("OBIT");
      assertThat(second.printed()).doesNotContain("samples");
      var children = children();
      push("urn:test:before-the-kill");
      second.kill();
      awaitEnd(children);
    }

    try (var third = up("third")) {
      awaitReady(third);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(articles()).contains("urn:test:before-the-kill"));
    }
  }

  private void theRegistryLetsInWhomTheOthersLetIn() throws Exception {
    var base = "http://127.0.0.1:" + ports.get("registry");
    var subjects = "/apis/ccompat/v7/subjects";
    assertThat(send(HttpRequest.newBuilder(uri("registry", subjects))))
        .contains("news.articles-value");
    assertThat(
            Requests.raw(
                base, "GET " + subjects + " HTTP/1.1\r\nHost: rebound.example:8084\r\n\r\n"))
        .isEqualTo("HTTP/1.1 421");
    assertThat(
            Requests.raw(
                base,
                "DELETE "
                    + subjects
                    + "/news.articles-value HTTP/1.1\r\nHost: localhost\r\n"
                    + "Origin: http://elsewhere.example\r\n\r\n"))
        .isEqualTo("HTTP/1.1 403");
  }

  @Test
  void aKillBeforeItIsReadyLeavesNoChildBehind() throws Exception {
    try (var up = up("up")) {
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptionsInstanceOf(IOException.class)
          .untilAsserted(() -> assertThat(children()).isNotEmpty());
      assertThat(up.printed()).doesNotContain("registry  ");
      var children = children();
      up.kill();
      awaitEnd(children);
    }
  }

  /** Clients of Kafka that run stand still until the clock has caught up; new ones do not. */
  @Test
  void aClockThatIsSetBackTakesANewProcess() throws Exception {
    Machine.needs(Machine.has("faketime", "-f", "+0", "true"), "the clock is set by faketime");
    var ahead = Files.writeString(directory.resolve("ahead"), "+0\n");
    var clock = clock(ahead);
    try (var first = up("first", clock)) {
      awaitReady(first);
      push("urn:test:before-the-jump");
      Files.writeString(ahead, "-3600\n");
      assertThat(first.exitCode()).isEqualTo(75);
      assertThat(first.printed()).contains("the clock was set back by 3600 s");
      assertThat(first.printed()).doesNotContain("WARN", "ERROR");
    }

    try (var second = up("second", clock)) {
      awaitReady(second);
      push("urn:test:after-the-jump");
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(articles())
                      .contains("urn:test:before-the-jump", "urn:test:after-the-jump"));
    }
  }

  /** Variables of a process whose clock goes by what stands in that file. */
  private static Map<String, String> clock(Path ahead) {
    var library =
        Machine.run(
            Path.of("target"),
            Map.of(),
            Duration.ofSeconds(10),
            List.of("faketime", "-m", "-f", "+0", "printenv", "LD_PRELOAD"));
    return Map.of(
        "LD_PRELOAD",
        library.output().strip(),
        "FAKETIME_TIMESTAMP_FILE",
        ahead.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // what it would mend is no fault of this libc, and the mend lets every wait with a limit
        // hang
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0",
        "NO_FAKE_STAT",
        "1");
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ports.put("ingest", socket.getLocalPort());
      try (var up = up("up")) {
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.printed())
            .isEqualTo(
                "copytaster: port %d is in use, but ingest (--ingest-port) is to listen there%n"
                    .formatted(socket.getLocalPort()));
      }
    }
  }

  @Test
  void aDataDirectoryThatIsAFileIsOneSentence() throws Exception {
    Files.writeString(directory.resolve("data"), "a file");
    try (var up = up("up")) {
      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.printed()).hasLineCount(1).contains("is not a directory (--data)");
    }
  }

  @Test
  void aBrokenDataDirectoryIsOneSentence() throws Exception {
    var postgres = Files.createDirectories(directory.resolve("data/postgres/data"));
    Files.writeString(postgres.resolve("PG_VERSION"), "9.1\n");
    try (var up = up("up")) {
      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.printed().lines().filter(line -> line.startsWith("copytaster: ")))
          .singleElement()
          .asString()
          .contains("PostgreSQL cannot start in");
    }
  }

  /** Registry and PostgreSQL, by the file in which {@code up} notes them. */
  private List<ProcessHandle> children() throws IOException {
    try (var lines = Files.lines(directory.resolve("data/children"))) {
      return lines
          .map(line -> ProcessHandle.of(Long.parseLong(line.split(" ", 2)[0])).orElseThrow())
          .toList();
    }
  }

  private static void awaitEnd(List<ProcessHandle> children) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  private ChildJvm up(String name) {
    return up(name, Map.of());
  }

  private ChildJvm up(String name, Map<String, String> environment) {
    var arguments = new ArrayList<>(List.of("up", "--data", directory.resolve("data").toString()));
    ports.forEach((part, port) -> arguments.addAll(List.of("--" + part + "-port", "" + port)));
    return ChildJvm.start(
        directory.resolve(name + ".log"), environment, arguments.toArray(String[]::new));
  }

  private static void awaitReady(ChildJvm up) {
    await()
        .atMost(Duration.ofSeconds(90))
        .failFast(() -> assertThat(up.alive()).as(up::printed).isTrue())
        .until(() -> up.printed().contains("Copytaster is ready"));
  }

  private String articles() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri("console", "/v1/articles?limit=200")));
  }

  private void push(String guid) throws IOException, InterruptedException {
    var json = Pipeline.article(guid, 1, "Body");
    var answer =
        send(
            HttpRequest.newBuilder(uri("ingest", "/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    assertThat(answer).contains("PUBLISHED");
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private URI uri(String part, String path) {
    return URI.create("http://127.0.0.1:" + ports.get(part) + path);
  }
}
