package org.copytaster.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.copytaster.ingest.desk.OpenDesk;
import org.copytaster.ingest.file.DropFolder;
import org.copytaster.ingest.http.HttpSource;
import org.copytaster.ingest.source.SourceFolder;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.OpsServer;
import org.copytaster.runtime.Service;
import org.jspecify.annotations.Nullable;

/** The door of ingest: its sources, the desk behind them, and the server. */
public final class Ingest implements Service {

  private final IngestSettings settings;
  private final Metrics metrics;
  private @Nullable OpenDesk desk;
  private @Nullable OpsServer server;
  private @Nullable DropFolder drop;
  private @Nullable SourceFolder sources;

  private Ingest(IngestSettings settings, Metrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
  }

  /** Ingest, not started yet. */
  public static Service service(IngestSettings settings, Metrics metrics) {
    return new Ingest(settings, metrics);
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public synchronized void start() {
    var meters = new IngestMetrics(metrics);
    var clock = Clock.systemUTC();
    var opened =
        new OpenDesk(
            settings.kafka(), settings.receiptRetention(), settings.mostUnderWay(), clock, meters);
    desk = opened;
    sources = watched(opened, meters);
    var http = new HttpSource(opened.intake(), settings.largestBytes(), clock, meters);
    server = OpsServer.start(settings.host(), settings.port(), this, metrics, List.of(http));
    settings
        .drop()
        .ifPresent(
            directory -> {
              var folder =
                  new DropFolder(
                      directory,
                      settings.dropQuiet(),
                      settings.largestBytes(),
                      opened.intake(),
                      clock);
              drop = folder;
              folder.start();
            });
  }

  private @Nullable SourceFolder watched(OpenDesk opened, IngestMetrics meters) {
    if (settings.sources().isEmpty()) {
      meters.watchSources(() -> 0, () -> 0);
      return null;
    }
    var formats = new TreeSet<String>();
    opened.intake().formats().all().forEach(format -> formats.add(format.name()));
    var folder = new SourceFolder(settings.sources().get(), formats, System::getenv);
    folder.start();
    meters.watchSources(() -> folder.sources().all().size(), folder::refused);
    return folder;
  }

  @Override
  public synchronized boolean ready() {
    return desk != null && desk.ready() && server != null;
  }

  /** In order: no new files, no new requests, then the clients. */
  @Override
  public synchronized void close() {
    Optional.ofNullable(drop).ifPresent(DropFolder::close);
    Optional.ofNullable(server).ifPresent(OpsServer::close);
    Optional.ofNullable(sources).ifPresent(SourceFolder::close);
    Optional.ofNullable(desk).ifPresent(OpenDesk::close);
    sources = null;
    drop = null;
    server = null;
    desk = null;
    metrics.close();
  }
}
