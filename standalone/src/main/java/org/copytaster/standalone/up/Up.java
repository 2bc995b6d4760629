package org.copytaster.standalone.up;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.copytaster.console.Console;
import org.copytaster.console.ConsoleSettings;
import org.copytaster.enrich.Enrich;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Services;
import org.copytaster.sink.Sink;
import org.copytaster.sink.SinkSettings;
import org.copytaster.standalone.AllSettings;
import org.copytaster.standalone.Deployment;
import org.copytaster.standalone.Running;
import org.copytaster.standalone.embedded.EmbeddedBroker;
import org.copytaster.standalone.embedded.EmbeddedPostgres;
import org.copytaster.standalone.embedded.EmbeddedRegistry;

/** Starts the parts, then the services, says where everything listens, and waits. */
final class Up {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LockedDirectory directory;
  private final UpPorts ports;
  private final Optional<Path> drop;
  private final boolean samples;
  private final Progress progress;
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private final EmbeddedPostgres postgres;
  private final Children children;

  Up(
      LockedDirectory directory,
      UpPorts ports,
      Optional<Path> drop,
      boolean samples,
      PrintWriter out) {
    this.directory = directory;
    this.ports = ports;
    this.drop = drop;
    this.samples = samples;
    this.progress = new Progress(out);
    this.broker = new EmbeddedBroker(directory.resolve("broker"), ports.broker());
    this.registry =
        new EmbeddedRegistry(
            directory.resolve("registry"), Installation.registry(), ports.registry());
    this.postgres = new EmbeddedPostgres(directory.resolve("postgres"), ports.postgres());
    this.children = new Children(directory);
  }

  /** Runs until it is stopped. */
  void run() {
    var environment = environment();
    var services = services(environment);
    children.endLeftovers();
    ports.require();
    try {
      startParts(environment);
      progress.timed("sink, enrich, ingest, console", () -> startServices(services));
      pushSamples();
    } catch (RuntimeException e) {
      close(services);
      throw e;
    }
    progress.ready(ports, directory.path());
    Running.untilStopped(
        services,
        () -> {
          progress.stopping();
          close(services);
          progress.stopped();
        });
  }

  /** Services first, then what they stand on. */
  private void close(Services services) {
    services.close();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(broker::close),
            CompletableFuture.runAsync(registry::close),
            CompletableFuture.runAsync(postgres::close))
        .join();
    children.close();
  }

  private void startParts(Map<String, String> environment) {
    var deployment = AllSettings.read(environment, Deployment::read);
    var brokerUp =
        starting(broker).thenRun(() -> progress.timed("topics", deployment::createTopics));
    var all = CompletableFuture.allOf(brokerUp, starting(registry), starting(postgres));
    try {
      all.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      children.watch(List.of(registry.pid(), postgres.pid()));
    }
    progress.timed("schemas", deployment::registerSchemas);
  }

  private CompletableFuture<Void> starting(Service part) {
    return CompletableFuture.runAsync(() -> progress.timed(part.name(), part::start));
  }

  private static void startServices(Services services) {
    services.start();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!services.ready()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            services.waitingFor()
                + " did not become ready; copytaster.log in the data directory"
                + " says more");
      }
      pause();
    }
  }

  private void pushSamples() {
    var marker = directory.resolve("samples-pushed");
    if (samples && !Files.exists(marker)) {
      progress.timed(
          "samples", () -> Samples.push("http://127.0.0.1:" + ports.services().ingest(), marker));
    }
  }

  private static Services services(Map<String, String> environment) {
    return new Services(
        List.of(
            Sink.service(AllSettings.read(environment, SinkSettings::read), new Metrics("sink")),
            Enrich.service(
                AllSettings.read(environment, EnrichSettings::read), new Metrics("enrich")),
            Ingest.service(
                AllSettings.read(environment, IngestSettings::read), new Metrics("ingest")),
            Console.service(
                AllSettings.read(environment, ConsoleSettings::read), new Metrics("console"))));
  }

  /** What the services are set up by: the caller's variables, except where {@code up} decides. */
  private Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    environment.put("COPYTASTER_BIND_ADDRESS", "127.0.0.1");
    environment.put("COPYTASTER_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap());
    environment.put("COPYTASTER_REGISTRY_URL", registry.url());
    environment.put("COPYTASTER_DATABASE_URL", postgres.url());
    environment.put("COPYTASTER_DATABASE_USER", EmbeddedPostgres.NAME);
    environment.put("COPYTASTER_CONSOLE_PORT", "" + ports.services().console());
    environment.put("COPYTASTER_INGEST_PORT", "" + ports.services().ingest());
    environment.put("COPYTASTER_ENRICH_OPS_PORT", "" + ports.services().enrich());
    environment.put("COPYTASTER_SINK_OPS_PORT", "" + ports.services().sink());
    environment.put("COPYTASTER_ENRICH_STATE", directory.resolve("enrich").toString());
    environment.putIfAbsent("COPYTASTER_PARTITIONS", "4");
    // a static member takes its place again at once, even after kill -9
    environment.put("COPYTASTER_KAFKA_GROUP_INSTANCE_ID", "up");
    drop.ifPresent(path -> environment.put("COPYTASTER_INGEST_DROP", path.toString()));
    return environment;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
