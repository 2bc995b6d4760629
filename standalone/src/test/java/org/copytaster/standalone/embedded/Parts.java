package org.copytaster.standalone.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.standalone.start.Deployment;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real broker, registry and PostgreSQL for a test: started once for all tests of a run, with
 * topics and a database of its own for each test that asks. Put {@code @ExtendWith(Parts.class)} on
 * the test class and take a {@link Lane} as a parameter.
 */
public final class Parts implements ParameterResolver {

  /**
   * Topics, subjects and a database that no other test uses; topics and schemas are deployed.
   *
   * @param databaseUrl with user and password in it
   * @param storeLog what PostgreSQL itself logs, of all lanes
   */
  public record Lane(
      Map<String, String> environment, KafkaSettings kafka, String databaseUrl, Path storeLog) {

    /** The lane's environment with a few more variables, in pairs. */
    public Settings settings(String... more) {
      var all = new HashMap<>(environment);
      for (int i = 0; i < more.length; i += 2) {
        all.put(more[i], more[i + 1]);
      }
      return Settings.of(all);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lane.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
    var lane = running.lane();
    lanes(context).add(lane);
    return lane;
  }

  /** The lanes that were given out so far; whoever looks at them may clear the list. */
  @SuppressWarnings("unchecked")
  public static List<Lane> lanes(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Parts.class))
        .getOrComputeIfAbsent("lanes", key -> new CopyOnWriteArrayList<Lane>(), List.class);
  }

  /** The three parts; JUnit closes them at the end of the run. */
  private static final class Running implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final EmbeddedPostgres postgres;
    private final Path storeLog;

    Running() {
      try {
        var directory =
            Files.createTempDirectory(Files.createDirectories(Path.of("target")), "parts");
        storeLog = directory.resolve("postgres/postgres.log");
        broker = new EmbeddedBroker(directory.resolve("broker"), Ports.free());
        registry = new EmbeddedRegistry(directory.resolve("registry"), program(), Ports.free());
        postgres = new EmbeddedPostgres(directory.resolve("postgres"), Ports.free());
        CompletableFuture.allOf(
                List.of(broker, registry, postgres).stream()
                    .map(part -> CompletableFuture.runAsync(part::start))
                    .toArray(CompletableFuture[]::new))
            .join();
      } catch (Exception e) {
        throw new IllegalStateException("the parts did not start", e);
      }
    }

    Lane lane() {
      var name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
      var admin = postgres.url().replaceFirst("/[^/]*$", "/postgres");
      try (var connection =
              DriverManager.getConnection(
                  admin,
                  EmbeddedPostgres.SUPERUSER,
                  postgres.password(EmbeddedPostgres.SUPERUSER).reveal());
          var statement = connection.createStatement()) {
        statement.execute("create database " + name + " owner " + EmbeddedPostgres.NAME);
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException("no database for the test", e);
      }
      var database = postgres.url().replaceFirst("/[^/]*$", "/" + name);
      var password = postgres.password(EmbeddedPostgres.NAME).reveal();
      var environment =
          Map.of(
              "COPYTASTER_KAFKA_BOOTSTRAP_SERVERS",
              broker.bootstrap(),
              "COPYTASTER_TOPIC_PREFIX",
              name + ".",
              "COPYTASTER_REGISTRY_URL",
              registry.url(),
              "COPYTASTER_DATABASE_URL",
              database,
              "COPYTASTER_DATABASE_PASSWORD",
              password);
      var kafka = KafkaSettings.read(Settings.of(environment));
      new Deployment(kafka, 4, (short) 1, Duration.ofDays(7), Duration.ofDays(90)).run();
      return new Lane(
          environment,
          kafka,
          database + "?user=" + EmbeddedPostgres.NAME + "&password=" + password,
          storeLog);
    }

    @Override
    public void close() {
      postgres.close();
      registry.close();
      broker.close();
    }
  }

  /** The registry that the build unpacked. */
  public static Path program() {
    try (var files = Files.list(Path.of("target", "registry"))) {
      return files.filter(f -> f.toString().endsWith("runner.jar")).findFirst().orElseThrow();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("the build did not unpack the registry", e);
    }
  }
}
