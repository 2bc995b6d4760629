package org.copytaster.standalone.up;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.copytaster.console.Console;
import org.copytaster.console.ConsoleSettings;
import org.copytaster.enrich.Enrich;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.ingest.Ingest;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.parts.EmbeddedPostgres;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Services;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.health.DiskRoom;
import org.copytaster.sink.Sink;
import org.copytaster.sink.SinkSettings;
import org.copytaster.standalone.start.AllSettings;
import org.copytaster.standalone.start.Running;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the parts, then the services, says where everything listens, and keeps all of it at work.
 */
final class Up {

  private static final Logger LOG = LoggerFactory.getLogger(Up.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration SAY_AGAIN = Duration.ofSeconds(30);
  private static final int GIVEN_UP = 3;

  private static final long RESERVE_BYTES = 32L * 1024 * 1024;

  private final LockedDirectory directory;
  private final UpPorts ports;
  private final boolean samples;
  private final Progress progress;
  private final UpParts parts;
  private final NoticesFile notices;
  private final Map<String, String> environment;
  private final DiskRoom.Limits limits;
  private final DiskRoom room;
  private final List<RenewableService> writers;
  private final List<RenewableService> doors;
  private final Services services;

  Up(
      LockedDirectory directory,
      UpPorts ports,
      Optional<Path> drop,
      boolean samples,
      PrintWriter out) {
    this.directory = directory;
    this.ports = ports;
    this.samples = samples;
    this.progress = new Progress(out);
    this.parts = new UpParts(directory, ports, progress);
    this.notices = new NoticesFile(directory.resolve("notices"));
    this.environment = environment(drop);
    this.limits = DiskRoom.read(Settings.of(environment));
    this.room = new DiskRoom(limits);
    this.writers = writers();
    this.doors = doors();
    this.services = new Services(Stream.concat(writers.stream(), doors.stream()).toList());
  }

  /** Runs until it is stopped, or gives up; either ends the process. */
  void run() {
    parts.endLeftovers();
    ports.require();
    var reserve = new Reserve(directory.resolve("reserve"), RESERVE_BYTES);
    try {
      parts.start(environment);
      progress.timed("sink, enrich, ingest, console", this::startServices);
      reserve.take();
      pushSamples();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    progress.ready(services.ready(), ports, directory.path(), parts);
    var supervisor = supervisor(reserve);
    Running.untilStopped(
        () -> {
          var end = turn(supervisor);
          if (parts.broken()) {
            progress.event("the broker broke and does not stop; all has to start again");
            return Optional.of(Running.START_AGAIN);
          }
          end.ifPresent(sentence -> progress.event(sentence + "; copytaster.log says more"));
          return end.isPresent() ? Optional.of(GIVEN_UP) : Optional.empty();
        },
        progress::event,
        () -> {
          progress.stopping();
          close();
          progress.stopped();
        });
  }

  private static Optional<String> turn(Supervisor supervisor) {
    try {
      return supervisor.turn();
    } catch (RuntimeException | Error e) {
      LOG.error("nobody looks after the parts any more", e);
      return Optional.of("the parts cannot be looked after any more");
    }
  }

  private Supervisor supervisor(Reserve reserve) {
    var disk = new DiskKeeper(room, limits.least() / 4, reserve, progress::event, parking());
    var kept = new ArrayList<>(parts.kept(environment));
    Stream.concat(writers.stream(), doors.stream()).map(KeptPart::of).forEach(kept::add);
    return new Supervisor(
        disk,
        kept.stream().map(part -> new PartWatch(part, System::nanoTime, progress::event)).toList(),
        notices);
  }

  /** Ingest and console stay: they have to say why nothing is taken. */
  private DiskKeeper.Parking parking() {
    return new DiskKeeper.Parking() {
      @Override
      public void park() {
        writers.forEach(RenewableService::close);
        parts.park();
      }

      @Override
      public void resume() {
        parts.resume();
        writers.forEach(
            writer -> {
              writer.close();
              writer.start();
            });
      }
    };
  }

  /** Services first, then what they stand on. */
  private void close() {
    services.close();
    parts.close();
  }

  /** Waits until all are ready; not where the disk is full, for that is said and waited out. */
  private void startServices() {
    services.start();
    long begin = System.nanoTime();
    long said = begin;
    while (!services.ready() && room.level() != DiskRoom.Level.NONE) {
      long now = System.nanoTime();
      if (now - begin > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            services.waitingFor()
                + " did not become ready; copytaster.log in the data directory"
                + " says more");
      }
      if (now - said > SAY_AGAIN.toNanos()) {
        said = now;
        progress.event("still waiting for " + String.join(", ", services.waitingFor()));
      }
      pause();
    }
  }

  private void pushSamples() {
    var marker = directory.resolve("samples-pushed");
    if (samples && services.ready() && !Files.exists(marker)) {
      progress.timed(
          "samples", () -> Samples.push("http://127.0.0.1:" + ports.services().ingest(), marker));
    }
  }

  /** Sink and enrich: what they do makes files grow. */
  private List<RenewableService> writers() {
    return List.of(
        new RenewableService(
            "sink",
            () ->
                Sink.service(
                    AllSettings.read(environment, SinkSettings::read), new Metrics("sink"))),
        new RenewableService(
            "enrich",
            () ->
                Enrich.service(
                    AllSettings.read(environment, EnrichSettings::read), new Metrics("enrich"))));
  }

  private List<RenewableService> doors() {
    var reading = new HashMap<>(environment);
    reading.putAll(parts.role(EmbeddedPostgres.READER));
    return List.of(
        new RenewableService(
            "ingest",
            () ->
                Ingest.service(
                    AllSettings.read(environment, IngestSettings::read), new Metrics("ingest"))),
        new RenewableService(
            "console",
            () ->
                Console.service(
                    AllSettings.read(reading, ConsoleSettings::read), new Metrics("console"))));
  }

  /** What the services are set up by: the caller's variables, except where {@code up} decides. */
  private Map<String, String> environment(Optional<Path> drop) {
    var chosen = new HashMap<>(System.getenv());
    chosen.putAll(parts.environment());
    chosen.put("COPYTASTER_BIND_ADDRESS", "127.0.0.1");
    chosen.put("COPYTASTER_CONSOLE_PORT", "" + ports.services().console());
    chosen.put("COPYTASTER_INGEST_PORT", "" + ports.services().ingest());
    chosen.put("COPYTASTER_ENRICH_OPS_PORT", "" + ports.services().enrich());
    chosen.put("COPYTASTER_SINK_OPS_PORT", "" + ports.services().sink());
    chosen.put("COPYTASTER_ENRICH_STATE", directory.resolve("enrich").toString());
    chosen.put("COPYTASTER_CONSOLE_NOTICES", notices.file().toString());
    chosen.putIfAbsent("COPYTASTER_CONSOLE_EDITORS", parts.editors().toString());
    chosen.put("COPYTASTER_DISK_PATHS", directory.path().toString());
    chosen.putIfAbsent("COPYTASTER_PARTITIONS", "4");
    // a static member takes its place again at once, even after kill -9
    chosen.put("COPYTASTER_KAFKA_GROUP_INSTANCE_ID", "up");
    drop.ifPresent(path -> chosen.put("COPYTASTER_INGEST_DROP", path.toString()));
    return chosen;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
