package org.copytaster.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.copytaster.console.act.Acts;
import org.copytaster.console.lag.LagWatch;
import org.copytaster.console.letter.Letters;
import org.copytaster.console.recall.Acknowledgements;
import org.copytaster.console.recall.Recalls;
import org.copytaster.console.recall.SubscriberFolder;
import org.copytaster.console.size.SizeWatch;
import org.copytaster.console.webhook.Webhooks;
import org.copytaster.console.where.Hops;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.OpsServer;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Service.PartState;
import org.copytaster.runtime.health.Answering;
import org.copytaster.runtime.health.Footing;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.store.Database;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console as a process sees it: a pool, a view of the broker, one port for everything. */
final class ConsoleService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleService.class);

  private final ConsoleSettings settings;
  private final Metrics metrics;
  private final Clock clock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private volatile @Nullable Followers followers;
  private volatile @Nullable Footing footing;

  ConsoleService(ConsoleSettings settings, Metrics metrics, Clock clock) {
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "console";
  }

  @Override
  public void start() {
    var meters = new ConsoleMetrics(metrics);
    var database = settings.database();
    var standing =
        opened(
            Footing.of(
                    settings.disk(),
                    metrics,
                    Answering.broker(settings.kafka()),
                    Answering.database(database.url(), database.user(), database.password()))
                .with(this::standsStill));
    footing = standing;
    var pool = opened(Database.reading("console", database, metrics));
    var tracing = opened(Tracing.start(settings.trace(), metrics));
    var tables = new ArticleTables(pool);
    var broker = opened(broker());
    var notices = new Notices(standing.disk(), settings.notices());
    var following = new Followers(tables, settings.followersPerClient());
    followers = following;
    meters.followers(following::count);
    var status = opened(new PipelineStatus(tables, broker, notices, clock));
    var api = new ApiHandler(tables, status, following, meters);
    var versions = new VersionsHandler(new VersionTables(pool), meters);
    var routes = new ArrayList<>(editing(pool, meters, tracing));
    routes.addAll(List.of(recalls(pool, meters, tracing), versions, api, new PageHandler(meters)));
    opened(OpsServer.start(settings.door(), this, metrics, routes));
    opened(new SizeWatch(pool, metrics)).start();
    // Closed before the server, which waits for requests that are under way.
    opened(following).start();
  }

  @Override
  public boolean ready() {
    return Footing.ready(footing, followers, Followers::storeReady);
  }

  @Override
  public List<PartState> parts() {
    return Footing.partsOf(footing);
  }

  private Optional<String> standsStill() {
    var asking = followers;
    return asking != null && asking.storeReady()
        ? Optional.empty()
        : Optional.of("the tables are not there, or do not answer");
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      var closeable = open.pop();
      try {
        closeable.close();
      } catch (Exception e) {
        LOG.warn("{} did not close cleanly", closeable.getClass().getSimpleName(), e);
      }
    }
    metrics.close();
  }

  /** What editors see and do. Closed after the server, so that acts under way are answered. */
  private List<Handler> editing(DataSource pool, ConsoleMetrics meters, Tracing tracing) {
    var kafka = settings.kafka();
    var letters = opened(Letters.start(kafka, metrics, clock));
    Consumer<Duration> where = took -> meters.answered(ConsoleMetrics.Route.WHERE, took);
    var directory = settings.editors();
    if (directory.isEmpty()) {
      meters.editorFilesRefused(() -> 0);
      var open = opened(Hops.start(kafka, pool, letters, null)).handler(where);
      return List.of(Acts.closed(), Letters.closed(), open);
    }
    var acts =
        opened(
            Acts.start(
                kafka,
                directory.get(),
                clock,
                took -> meters.answered(ConsoleMetrics.Route.HELD, took),
                tracing));
    meters.editorFilesRefused(acts::refusedFiles);
    Consumer<Duration> desk = took -> meters.answered(ConsoleMetrics.Route.LETTERS, took);
    return List.of(
        acts.handler(),
        letters.handler(acts, pool, desk),
        opened(Hops.start(kafka, pool, letters, acts)).handler(where));
  }

  private <C extends AutoCloseable> C opened(C closeable) {
    open.push(closeable);
    return closeable;
  }

  /** What was called back: its subscribers, who answers about it, and who sends it. */
  private RecallHandler recalls(DataSource pool, ConsoleMetrics meters, Tracing tracing) {
    var folder =
        opened(new SubscriberFolder(settings.recalls().subscribers(), System::getenv, clock));
    folder.start();
    var recalls = opened(new Recalls(pool, folder, metrics, clock));
    recalls.start();
    var acknowledgements = opened(Acknowledgements.of(settings.kafka(), clock));
    opened(
            new Webhooks(
                settings.recalls().webhooks(settings.kafka()),
                folder,
                acknowledgements,
                new Webhooks.Watch(metrics, tracing),
                clock))
        .start();
    return new RecallHandler(recalls, acknowledgements, meters);
  }

  private BrokerView broker() {
    var config = settings.kafka().consumer();
    // Of dead letters only the headers are shown: one large one at a time is enough to hold.
    config.put("max.poll.records", 20);
    config.put("max.partition.fetch.bytes", 256 * 1024);
    config.put("fetch.max.bytes", 512 * 1024);
    var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    return new BrokerView(consumer, settings.groups(), lagWatch(), settings.topics().deadLetters());
  }

  private LagWatch lagWatch() {
    var config = settings.kafka().consumer();
    // Of a record nothing but its place and its time is looked at.
    config.put("max.poll.records", 200);
    config.put("max.partition.fetch.bytes", 1_024);
    config.put("fetch.max.bytes", 64 * 1_024);
    config.put("allow.auto.create.topics", false);
    var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var watch =
        opened(
            new LagWatch(
                new LagWatch.Clients(Admin.create(settings.kafka().admin()), consumer),
                ownGroups(),
                metrics,
                clock));
    watch.start();
    return watch;
  }

  private List<LagWatch.OwnGroup> ownGroups() {
    var topics = settings.topics();
    // as Kafka Streams names its group
    var enrich = topics.prefix() + settings.groups().enrich();
    return List.of(
        new LagWatch.OwnGroup(
            "enrich",
            enrich,
            List.of(topics.articles(), topics.backfill(), topics.kills(), topics.acts())),
        new LagWatch.OwnGroup(
            "sink",
            settings.groups().sink(),
            List.of(topics.enriched(), topics.recalls(), topics.acknowledgements())));
  }
}
