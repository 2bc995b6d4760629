package org.copytaster.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.copytaster.formats.Formats;
import org.copytaster.ingest.desk.OpenDesk;
import org.copytaster.ingest.feed.FeedLimits;
import org.copytaster.ingest.feed.FeedParts;
import org.copytaster.ingest.feed.Feeds;
import org.copytaster.ingest.file.DropFolders;
import org.copytaster.ingest.file.DropParts;
import org.copytaster.ingest.http.HttpSource;
import org.copytaster.ingest.metrics.IngestMetrics;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.SourceFolder;
import org.copytaster.ingest.source.SourceWatch;
import org.copytaster.ingest.source.Sources;
import org.copytaster.ingest.source.Way;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.OpsServer;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Service.PartState;
import org.copytaster.runtime.health.Answering;
import org.copytaster.runtime.health.Footing;
import org.copytaster.runtime.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** The door of ingest: its sources, the desk behind them, and the server. */
public final class Ingest implements Service {

  private static final String OPEN_DOOR =
      "ingest would take copy from anybody on %s: set up a source with a key or a secret in"
          + " COPYTASTER_INGEST_SOURCES, or say COPYTASTER_INGEST_OPEN=true if something in front"
          + " of it keeps strangers out";

  private final IngestSettings settings;
  private final Metrics metrics;
  private volatile @Nullable OpenDesk desk;
  private @Nullable OpsServer server;
  private @Nullable DropFolders drop;
  private @Nullable Feeds feeds;
  private @Nullable SourceFolder sources;
  private @Nullable Tracing tracing;
  private volatile @Nullable Footing footing;

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
    var watch = new SourceWatch(sources(meters, clock), clock.instant());
    meters.watchActivity(watch, clock);
    boolean mayBeOpen = settings.mayBeOpen();
    if (!mayBeOpen && !watch.now().credentials()) {
      close();
      throw new IllegalStateException(OPEN_DOOR.formatted(settings.door().host()));
    }
    var standing =
        Footing.of(settings.disk(), metrics, Answering.broker(settings.kafka()))
            .with(this::standsStill);
    footing = standing;
    var most = new OpenDesk.Limits(standing.disk(), settings.mostUnderWay());
    var traced = Tracing.start(settings.trace(), metrics);
    tracing = traced;
    var told = new OpenDesk.Watch(meters, traced, watch::heard);
    var opened = new OpenDesk(settings.kafka(), most, clock, told);
    desk = opened;
    var http = new HttpSource(opened.intake(), watch, mayBeOpen, settings.body(), clock);
    server = OpsServer.start(settings.door(), this, metrics, List.of(http));
    drop =
        dropFolders(
            watch,
            new DropParts(
                opened.intake(), settings.dropQuiet(), settings.body().largestBytes(), clock));
    var limits = new FeedLimits(settings.privateFeeds(), settings.body().largestBytes());
    var polling = new Feeds(watch, new FeedParts(opened, settings.kafka(), limits, clock, meters));
    polling.start();
    feeds = polling;
  }

  /** The folders of the sources, and the one that a setting names for a source without a file. */
  private DropFolders dropFolders(SourceWatch watch, DropParts parts) {
    var simple =
        settings
            .drop()
            .map(path -> Source.named("drop", new Way.Folder(path.toAbsolutePath().normalize())));
    var folders =
        new DropFolders(
            () -> Stream.concat(watch.now().all().stream(), simple.stream()).toList(), parts);
    folders.start();
    return folders;
  }

  private Supplier<Sources> sources(IngestMetrics meters, Clock clock) {
    if (settings.sources().isEmpty()) {
      meters.watchSources(() -> 0, () -> 0);
      return () -> Sources.NONE;
    }
    var formats = new TreeSet<String>();
    new Formats().all().forEach(format -> formats.add(format.name()));
    var folder = new SourceFolder(settings.sources().get(), formats, System::getenv, clock);
    folder.start();
    sources = folder;
    meters.watchSources(() -> folder.sources().all().size(), folder::refused);
    return folder::sources;
  }

  @Override
  public synchronized boolean ready() {
    return server != null && Footing.ready(footing, desk, OpenDesk::ready);
  }

  @Override
  public List<PartState> parts() {
    return Footing.partsOf(footing);
  }

  private Optional<String> standsStill() {
    var open = desk;
    return open != null && open.ready()
        ? Optional.empty()
        : Optional.of("the receipts so far are not read, or the broker does not answer");
  }

  /** In order: no new files, no new polls, no new requests, then the clients. */
  @Override
  public synchronized void close() {
    Optional.ofNullable(drop).ifPresent(DropFolders::close);
    Optional.ofNullable(feeds).ifPresent(Feeds::close);
    Optional.ofNullable(server).ifPresent(OpsServer::close);
    Optional.ofNullable(sources).ifPresent(SourceFolder::close);
    Optional.ofNullable(desk).ifPresent(OpenDesk::close);
    Optional.ofNullable(tracing).ifPresent(Tracing::close);
    Optional.ofNullable(footing).ifPresent(Footing::close);
    tracing = null;
    footing = null;
    sources = null;
    drop = null;
    feeds = null;
    server = null;
    desk = null;
    metrics.close();
  }
}
