package org.copytaster.standalone.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and controller (KRaft) in this process, on one port of loopback. */
public final class EmbeddedBroker implements Service {

  private final Path directory;
  private final int port;
  private volatile @Nullable KafkaRaftServer server;

  /**
   * A broker that is not started yet.
   *
   * @param directory where its log lies; made and formatted if it is not there
   */
  public EmbeddedBroker(Path directory, int port) {
    this.directory = directory;
    this.port = port;
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
    try {
      var started = new KafkaRaftServer(new KafkaConfig(config(), false), Time.SYSTEM);
      started.startup();
      server = started;
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "the broker cannot start on what lies in " + directory + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean ready() {
    return server != null;
  }

  @Override
  public void close() {
    var running = server;
    if (running != null) {
      running.shutdown();
      running.awaitShutdown();
      server = null;
    }
  }

  private void format() {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
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

  private Map<String, String> config() {
    int controller = Ports.free();
    var config = new HashMap<String, String>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", "1");
    config.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    config.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
    config.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("controller.listener.names", "CONTROLLER");
    config.put("inter.broker.listener.name", "PLAINTEXT");
    config.put("log.dirs", directory.toString());
    // one node cannot keep three copies
    config.put("offsets.topic.replication.factor", "1");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");
    // a laptop's worth of partitions: they cost start-up time and file handles
    config.put("offsets.topic.num.partitions", "4");
    config.put("transaction.state.log.num.partitions", "4");
    config.put("log.cleaner.dedupe.buffer.size", "16777216");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("auto.create.topics.enable", "false");
    config.put("message.max.bytes", Integer.toString(Topics.LARGEST_RECORD_BYTES));
    return config;
  }
}
