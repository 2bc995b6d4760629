package org.copytaster.standalone.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.parts.BrokerLogin;
import org.copytaster.parts.EmbeddedBroker;
import org.copytaster.parts.EmbeddedPostgres;
import org.copytaster.parts.EmbeddedRegistry;
import org.copytaster.parts.PrivateFiles;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.health.Answering;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.Deployment;

/** What the services of {@code up} stand on, and how others reach it. */
final class UpParts implements AutoCloseable {

  private final LockedDirectory directory;
  private final Progress progress;
  private final BrokerLogin login;
  private final EditorKey editor;
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private final RegistryDoor registryDoor;
  private final EmbeddedPostgres postgres;
  private final Children children;
  private final String console;
  private final List<Answering> questions = new ArrayList<>();

  UpParts(LockedDirectory directory, UpPorts ports, Progress progress) {
    this.directory = directory;
    this.progress = progress;
    try {
      this.login = BrokerLogin.of(directory.resolve("broker-password"));
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's password cannot be read or written", e);
    }
    this.editor = EditorKey.of(directory.resolve("editor-key"), directory.resolve("editors"));
    this.broker =
        new EmbeddedBroker(directory.resolve("broker"), ports.broker(), Optional.of(login));
    this.registry =
        new EmbeddedRegistry(
            directory.resolve("registry"), EmbeddedRegistry.program(home()), RegistryDoor.hidden());
    this.registryDoor = new RegistryDoor(ports.registry(), URI.create(registry.url()));
    this.postgres = new EmbeddedPostgres(directory.resolve("postgres"), ports.postgres());
    this.console = "http://127.0.0.1:" + ports.services().console();
    this.children = new Children(directory);
  }

  /** Where the files lie that the build put beside our jars. */
  private static Path home() {
    return Path.of(System.getProperty("copytaster.home", "parts/target"));
  }

  /** Ends what an earlier run left behind. */
  void endLeftovers() {
    children.endLeftovers();
  }

  /** How a client reaches them, as variables that every command of ours reads. */
  Map<String, String> environment() {
    var environment = new TreeMap<String, String>();
    environment.put("COPYTASTER_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap());
    login
        .client()
        .forEach(
            (name, value) ->
                environment.put(
                    "COPYTASTER_KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    environment.put("COPYTASTER_REGISTRY_URL", registryDoor.url());
    environment.put("COPYTASTER_DATABASE_URL", postgres.url());
    environment.putAll(role(EmbeddedPostgres.NAME));
    return environment;
  }

  /** The variables that name a role of the database. */
  Map<String, String> role(String role) {
    return Map.of(
        "COPYTASTER_DATABASE_USER",
        role,
        "COPYTASTER_DATABASE_PASSWORD",
        postgres.password(role).reveal());
  }

  /** Starts all of them at once, creates topics and registers schemas. */
  void start(Map<String, String> environment) {
    var deployment = AllSettings.read(environment, Deployment::read);
    registryDoor.start();
    var brokerUp =
        starting(broker).thenRun(() -> progress.timed("topics", deployment::createTopics));
    join(CompletableFuture.allOf(brokerUp, starting(registry), starting(postgres)));
    progress.timed("schemas", deployment::registerSchemas);
    writeClientFiles();
  }

  /** As parts that are kept at work. */
  List<KeptPart> kept(Map<String, String> environment) {
    var kafka = KafkaSettings.read(Settings.of(environment));
    var deployment = AllSettings.read(environment, Deployment::read);
    return List.of(
        KeptPart.asked(
            "broker", broker::failure, asked(Answering.broker(kafka)), this::brokerAgain),
        KeptPart.asked(
            "broker (offsets of enrich)",
            Optional::empty,
            asked(Answering.start("offsets", new StableOffsets(kafka, group(kafka, environment)))),
            this::brokerAgain),
        KeptPart.asked(
            "postgres",
            postgres::failure,
            asked(
                Answering.database(
                    postgres.url(),
                    EmbeddedPostgres.READER,
                    postgres.password(EmbeddedPostgres.READER))),
            this::postgresAgain),
        KeptPart.asked(
            "registry",
            registry::failure,
            asked(Answering.start("registry", registry::ask)),
            () -> registryAgain(deployment)));
  }

  private static String group(KafkaSettings kafka, Map<String, String> environment) {
    return kafka.topicPrefix() + AllSettings.read(environment, EnrichSettings::read).application();
  }

  /** Whether something broke in this process that nothing but a new one mends. */
  boolean broken() {
    return broker.stuck();
  }

  /** Stops those that write; the registry hardly does. */
  void park() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(broker::close), CompletableFuture.runAsync(postgres::close))
        .join();
  }

  /** Starts them again. */
  void resume() {
    postgresAgain();
    brokerAgain();
  }

  @Override
  public void close() {
    questions.forEach(Answering::close);
    registryDoor.close();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(broker::close),
            CompletableFuture.runAsync(registry::close),
            CompletableFuture.runAsync(postgres::close))
        .join();
    children.close();
  }

  private Answering asked(Answering question) {
    questions.add(question);
    return question;
  }

  private void brokerAgain() {
    broker.close();
    broker.start();
  }

  private void postgresAgain() {
    postgres.kill();
    join(CompletableFuture.runAsync(postgres::start));
  }

  /**
   * What was set right before a kill may be lost: schemas and their compatibility are said anew.
   */
  private void registryAgain(Deployment deployment) {
    registry.kill();
    join(CompletableFuture.runAsync(registry::start));
    deployment.registerSchemas();
  }

  /**
   * Waits until that has started. A process is watched over as soon as it is there and not when it
   * answers: should this one be killed meanwhile, none is left behind.
   */
  private void join(CompletableFuture<Void> start) {
    try {
      while (!start.isDone()) {
        watchChildren();
        start.copy().completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).join();
      }
      start.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      watchChildren();
    }
  }

  private void watchChildren() {
    children.watch(List.of(registry.pid(), postgres.pid()));
  }

  private CompletableFuture<Void> starting(Service part) {
    return CompletableFuture.runAsync(() -> progress.timed(part.name(), part::start));
  }

  /** For Kafka's own tools, and for commands of ours that are started beside {@code up}. */
  private void writeClientFiles() {
    var properties =
        login.client().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("\n", "", "\n"));
    var shown = new TreeMap<>(environment());
    shown.put("COPYTASTER_CONSOLE_URL", console);
    shown.put("COPYTASTER_CONSOLE_KEY", editor.key().reveal());
    var variables =
        shown.entrySet().stream()
            .map(each -> "export " + each.getKey() + "='" + each.getValue() + "'")
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      PrivateFiles.write(clientProperties(), properties);
      PrivateFiles.write(directory.resolve("client.env"), variables);
    } catch (IOException e) {
      throw new UncheckedIOException("the files for clients cannot be written", e);
    }
  }

  /** Where the files of editors lie. */
  Path editors() {
    return editor.editors();
  }

  Path clientProperties() {
    return directory.resolve("client.properties");
  }

  Path passwordFile() {
    return postgres.passwordFile();
  }
}
