package org.copytaster.parts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;

/** A broker, a registry and a PostgreSQL on free ports, and any number of lanes on them. */
public final class Parts implements AutoCloseable {

  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private final EmbeddedPostgres postgres;
  private final Path storeLog;

  private Parts(Path directory, Path registryProgram, Path storePrograms) {
    broker = new EmbeddedBroker(directory.resolve("broker"), Ports.free());
    registry =
        new EmbeddedRegistry(
            directory.resolve("registry"),
            registryProgram,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()));
    postgres = new EmbeddedPostgres(directory.resolve("postgres"), storePrograms, Ports.free());
    storeLog = directory.resolve("postgres/postgres.log");
  }

  /**
   * Starts all three at once.
   *
   * @param directory for what they keep
   * @param registryProgram see {@link EmbeddedRegistry#program}
   * @param storePrograms where PostgreSQL's programs are or are to be unpacked
   */
  public static Parts start(Path directory, Path registryProgram, Path storePrograms) {
    var parts = new Parts(directory, registryProgram, storePrograms);
    CompletableFuture.allOf(
            Stream.of(parts.broker, parts.registry, parts.postgres)
                .map(part -> CompletableFuture.runAsync(part::start))
                .toArray(CompletableFuture[]::new))
        .join();
    return parts;
  }

  /**
   * A new lane.
   *
   * @param name its database's, and the prefix of its topics; letters and digits
   */
  public Lane lane(String name) {
    var password = postgres.password(EmbeddedPostgres.NAME).reveal();
    var url = postgres.create(name);
    var environment =
        Map.of(
            "COPYTASTER_KAFKA_BOOTSTRAP_SERVERS",
            broker.bootstrap(),
            "COPYTASTER_TOPIC_PREFIX",
            name + ".",
            "COPYTASTER_REGISTRY_URL",
            registry.url(),
            "COPYTASTER_DATABASE_URL",
            url,
            "COPYTASTER_DATABASE_PASSWORD",
            password);
    return new Lane(
            environment,
            KafkaSettings.read(Settings.of(environment)),
            url + "?user=" + EmbeddedPostgres.NAME + "&password=" + password,
            storeLog)
        .deployed();
  }

  @Override
  public void close() {
    postgres.close();
    registry.close();
    broker.close();
  }
}
