package org.copytaster.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.copytaster.runtime.Service;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and controller (KRaft) in this process, on loopback. It may ask its clients for a
 * password; then its inner listeners ask for one, too, which nobody but itself knows.
 */
public final class EmbeddedBroker implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(20);

  private final Path directory;
  private final int port;
  private final int id;
  private final String cluster;
  private final Optional<BrokerLogin> login;
  private final Supplier<BrokerConfig> config;
  private volatile @Nullable KafkaRaftServer server;
  private volatile @Nullable String failure;
  private volatile boolean stuck;

  /**
   * A broker that is not started yet and serves whoever comes.
   *
   * @param directory where its log lies; made and formatted if it is not there
   */
  public EmbeddedBroker(Path directory, int port) {
    this(directory, port, Optional.empty());
  }

  /**
   * A broker that is not started yet.
   *
   * @param directory where its log lies; made and formatted if it is not there
   * @param login what clients have to show; nothing if empty
   */
  public EmbeddedBroker(Path directory, int port, Optional<BrokerLogin> login) {
    this.directory = directory;
    this.port = port;
    this.id = 1;
    this.cluster = Uuid.randomUuid().toString();
    this.login = login;
    this.config = () -> BrokerConfig.of(directory, port, login.isPresent());
  }

  /**
   * A broker that is not started yet and that clients reach by way of a proxy.
   *
   * @param directory where its log lies; made and formatted if it is not there
   * @param port where it listens itself
   * @param proxy where it tells clients to go
   */
  public EmbeddedBroker(Path directory, int port, CutProxy proxy) {
    this.directory = directory;
    this.port = proxy.port();
    this.id = 1;
    this.cluster = Uuid.randomUuid().toString();
    this.login = Optional.empty();
    this.config = () -> BrokerConfig.behind(directory, port, proxy.port());
  }

  /** A node of a cluster that is not started yet and serves whoever comes. */
  EmbeddedBroker(Path directory, ClusterNode node) {
    this.directory = directory;
    this.port = node.doors().clients();
    this.id = node.id();
    this.cluster = node.cluster();
    this.login = Optional.empty();
    this.config = () -> BrokerConfig.of(directory, node);
  }

  @Override
  public String name() {
    return "broker";
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** Starts it; when this returns, clients are served. */
  @Override
  public void start() {
    format();
    failure = null;
    // What it cannot go on from, for instance a full disk, ends the whole process otherwise.
    Exit.setExitProcedure(this::ended);
    Exit.setHaltProcedure(this::ended);
    var inside = config.get();
    try {
      var started = new KafkaRaftServer(new KafkaConfig(inside.properties(), false), Time.SYSTEM);
      server = started;
      started.startup();
      login.ifPresent(account -> account.register(inside.client()));
    } catch (RuntimeException | InternalError e) { // a mapped file on a full disk throws the latter
      throw new IllegalStateException(
          "the broker cannot start on what lies in " + directory + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean ready() {
    return server != null && failure == null;
  }

  /** Why it ended by itself, in its own words; nothing as long as it has not. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether it did not stop when it was closed: nothing but a new process helps then. */
  public boolean stuck() {
    return stuck;
  }

  /** Stops it in order, or, where it does not stop, leaves it after a while. */
  @Override
  public void close() {
    var running = server;
    if (running == null || stuck) {
      return;
    }
    var stopping =
        new Thread(
            () -> {
              running.shutdown();
              running.awaitShutdown();
            },
            "broker-stop");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join((failure == null ? LAST_WORDS.multipliedBy(3) : LAST_WORDS).toMillis());
      if (stopping.isAlive()) {
        LOG.warn("the broker does not stop");
        stuck = true;
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server = null;
  }

  private void ended(int status, @Nullable String message) {
    LOG.error("the broker ended with {}: {}", status, message);
    failure = message == null ? "ended with code " + status : message;
  }

  private void format() {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      PrivateFiles.directory(directory);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(id)
          .setClusterId(cluster)
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName("CONTROLLER")
          .setIgnoreFormatted(false)
          .setHasDynamicQuorum(false)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("the broker cannot write to " + directory, e);
    } catch (Exception e) {
      throw new IllegalStateException(
          "the broker's directory cannot be formatted: " + directory, e);
    }
  }
}
