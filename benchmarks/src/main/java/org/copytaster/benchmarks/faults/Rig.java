package org.copytaster.benchmarks.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.copytaster.benchmarks.ClientSettings;
import org.copytaster.parts.CutProxy;
import org.copytaster.parts.Ports;
import org.jspecify.annotations.Nullable;

/**
 * {@code copytaster up} as a person starts it, and beside it one more instance of ingest, enrich
 * and sink, each a process of its own that reaches store and registry through a {@link CutProxy}.
 */
final class Rig implements AutoCloseable {

  static final List<String> SECOND = List.of("ingest", "enrich", "sink");

  private static final Duration STARTS = Duration.ofMinutes(4);

  private final Path checkout;
  private final Path directory;
  private final FullDisk disk;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Process> second = new HashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private @Nullable Process launcher;
  private @Nullable CutProxy store;
  private @Nullable CutProxy registry;

  /**
   * A rig that is not started yet.
   *
   * @param checkout where the {@code copytaster} script is
   * @param directory for data and logs
   */
  Rig(Path checkout, Path directory, FullDisk disk) {
    this.checkout = checkout;
    this.directory = directory;
    this.disk = disk;
    Stream.of("console", "ingest", "enrich", "sink", "registry", "broker", "postgres")
        .forEach(name -> ports.put(name, Ports.free()));
    SECOND.forEach(name -> ports.put("second-" + name, Ports.free()));
  }

  void start() throws IOException, InterruptedException {
    startUp();
    awaitReady(List.of("console", "ingest", "enrich", "sink"));
    store = new CutProxy(port("postgres"));
    registry = new CutProxy(port("registry"));
    for (var service : SECOND) {
      startSecond(service);
    }
    awaitReady(SECOND.stream().map(name -> "second-" + name).toList());
  }

  /** Starts {@code up} through its script. */
  void startUp() throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                checkout.resolve("copytaster").toAbsolutePath().toString(),
                "up",
                "--no-samples",
                "--data",
                data().toString()));
    for (var part :
        List.of("console", "ingest", "enrich", "sink", "registry", "broker", "postgres")) {
      command.addAll(List.of("--" + part + "-port", "" + port(part)));
    }
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(disk.settings());
    builder.environment().put("JAVA_OPTS", "-Xmx768m");
    launcher = logged(builder, "up").start();
  }

  /** Starts one of the second instances. */
  void startSecond(String service) throws IOException {
    var builder =
        new ProcessBuilder(checkout.resolve("copytaster").toAbsolutePath().toString(), service);
    var variables = builder.environment();
    variables.putAll(clientVariables());
    variables.put("JAVA_OPTS", "-Xmx512m");
    variables.put(
        "COPYTASTER_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:" + Objects.requireNonNull(store).port() + "/copytaster");
    variables.put(
        "COPYTASTER_REGISTRY_URL",
        "http://127.0.0.1:" + Objects.requireNonNull(registry).port() + "/apis/ccompat/v7");
    variables.put("COPYTASTER_INGEST_PORT", "" + port("second-ingest"));
    variables.put("COPYTASTER_ENRICH_OPS_PORT", "" + port("second-enrich"));
    variables.put("COPYTASTER_SINK_OPS_PORT", "" + port("second-sink"));
    variables.put("COPYTASTER_ENRICH_STATE", directory.resolve("second-state").toString());
    second.put(service, logged(builder, "second-" + service).start());
  }

  /** How a client reaches broker, registry and store, as {@code up} has written it down. */
  Map<String, String> clientVariables() throws IOException {
    return ClientSettings.read(data());
  }

  Path data() {
    return disk.directory().resolve("data");
  }

  FullDisk disk() {
    return disk;
  }

  CutProxy store() {
    return Objects.requireNonNull(store);
  }

  CutProxy registry() {
    return Objects.requireNonNull(registry);
  }

  String door(String name) {
    return "http://127.0.0.1:" + port(name);
  }

  /** Starts {@code up} again if it has ended by itself; whether it had. */
  boolean revived() throws IOException, InterruptedException {
    if (Objects.requireNonNull(launcher).isAlive()) {
      return false;
    }
    startUp();
    awaitReady(List.of("console", "ingest", "enrich", "sink"));
    return true;
  }

  /** The process in which broker and services run: the launcher's own child. */
  ProcessHandle upProcess() {
    return Objects.requireNonNull(launcher)
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("up does not run"));
  }

  ProcessHandle secondProcess(String service) {
    return Objects.requireNonNull(second.get(service)).toHandle();
  }

  /** The children of {@code up}: of the registry the first, of PostgreSQL the second. */
  ProcessHandle registryProcess() throws IOException {
    return noted(0);
  }

  ProcessHandle postgresProcess() throws IOException {
    return noted(1);
  }

  /** Whether a service says that it is ready. */
  boolean ready(String name) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(door(name) + "/health/ready"))
            .timeout(Duration.ofSeconds(3))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void awaitReady(List<String> names) throws InterruptedException {
    long begin = System.nanoTime();
    for (var name : names) {
      while (!ready(name)) {
        if (System.nanoTime() - begin > STARTS.toNanos()) {
          throw new IllegalStateException(
              name + " is not ready after " + STARTS.toSeconds() + " s; see " + directory);
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var process : second.values()) {
      process.destroy();
    }
    if (launcher != null) {
      launcher.destroy();
      end(launcher);
    }
    second.values().forEach(Rig::end);
    if (store != null) {
      store.close();
    }
    if (registry != null) {
      registry.close();
    }
  }

  /** Waits for it, and ends it where it does not end by itself. */
  private static void end(Process process) {
    process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private ProcessHandle noted(int line) throws IOException {
    var id = Files.readAllLines(data().resolve("children")).get(line).split(" ", 2)[0];
    return ProcessHandle.of(Long.parseLong(id))
        .orElseThrow(() -> new IllegalStateException("a child of up has ended"));
  }

  private int port(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  private ProcessBuilder logged(ProcessBuilder builder, String name) {
    var log = directory.resolve(name + ".log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
  }
}
