package org.copytaster.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.copytaster.runtime.Service;
import org.jspecify.annotations.Nullable;

/** Apicurio's schema registry as a child process, with Confluent's API and its schemas on disk. */
public final class EmbeddedRegistry implements Service {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final Path program;
  private final InetSocketAddress address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final HttpRequest question;
  private volatile @Nullable Process process;

  /**
   * A registry that is not started yet.
   *
   * @param directory where its schemas and its log lie
   * @param program the jar that the build unpacked
   * @param address where it listens, on loopback
   */
  public EmbeddedRegistry(Path directory, Path program, InetSocketAddress address) {
    this.directory = directory;
    this.program = program;
    this.address = address;
    this.question =
        HttpRequest.newBuilder(URI.create(url() + "/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * The registry's jar.
   *
   * @param home the directory in which the build unpacked it, under {@code registry}
   * @throws IllegalStateException if it is not there
   */
  public static Path program(Path home) {
    try (var files = Files.list(home.resolve("registry"))) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> missing(home));
    } catch (IOException e) {
      throw missing(home);
    }
  }

  @Override
  public String name() {
    return "registry";
  }

  /** What serializers take as {@code schema.registry.url}. */
  public String url() {
    return origin() + "/apis/ccompat/v7";
  }

  private String origin() {
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** The child's process id; 0 where there is none. */
  public long pid() {
    var running = process;
    return running == null ? 0 : running.pid();
  }

  /** Starts the child and waits until it answers. */
  @Override
  public void start() {
    try {
      PrivateFiles.directory(directory);
      process = builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException("the registry cannot be started in " + directory, e);
    }
    awaitAnswer();
  }

  @Override
  public boolean ready() {
    var running = process;
    return running != null && running.isAlive();
  }

  /** How the child ended by itself; nothing as long as it has not. */
  public Optional<String> failure() {
    var running = process;
    return running == null || running.isAlive()
        ? Optional.empty()
        : Optional.of("ended with code " + running.exitValue());
  }

  /**
   * Asks whether it answers.
   *
   * @throws IOException if it does not
   */
  public void ask() throws IOException, InterruptedException {
    if (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
      throw new IOException("the registry does not answer as it should");
    }
  }

  /** Ends the child at once, also where it is stopped or hangs. */
  public void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
      process = null;
    }
  }

  @Override
  public void close() {
    var running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(3, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  private static IllegalStateException missing(Path home) {
    return new IllegalStateException(
        "there is no registry in " + home + "; start with the copytaster script, which builds it");
  }

  private ProcessBuilder builder() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var database = directory.resolve("registry").toAbsolutePath();
    var command =
        List.of(
            java,
            "-Xmx256m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dquarkus.http.host=" + address.getAddress().getHostAddress(),
            "-Dquarkus.http.port=" + address.getPort(),
            // it would let pages of localhost:8080 in; those of any other origin it refuses
            "-Dquarkus.http.cors.origins=" + origin(),
            "-Dquarkus.log.level=WARN",
            "-jar",
            program.toAbsolutePath().toString());
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    // WRITE_DELAY=0: what was registered survives a kill right after
    builder
        .environment()
        .put("REGISTRY_DATASOURCE_URL", "jdbc:h2:file:" + database + ";WRITE_DELAY=0");
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    var log = directory.resolve("registry.log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
  }

  private void awaitAnswer() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!ready()) {
        throw new IllegalStateException(
            "the registry ended while it started; its log is " + directory.resolve("registry.log"));
      }
      try {
        ask();
        return;
      } catch (IOException e) {
        // not listening yet
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the registry started", e);
      }
      pause();
    }
    close();
    throw new IllegalStateException(
        "the registry did not answer within " + PATIENCE.toSeconds() + " s");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
