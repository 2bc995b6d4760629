package org.copytaster.sink;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.OpsServer;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Service.PartState;
import org.copytaster.runtime.client.KafkaMetrics;
import org.copytaster.runtime.health.Answering;
import org.copytaster.runtime.health.Footing;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.LetterPartitioner;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.store.Database;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sink as a process sees it: a pool, a loop in its own thread, an ops port. */
final class SinkService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(SinkService.class);
  private static final Duration BETWEEN_LOOKS_AT_LETTERS = Duration.ofSeconds(20);
  private static final int LETTERS_AT_ONCE = 20;
  private static final Duration LAST_BATCH = Duration.ofSeconds(8);

  private final SinkSettings settings;
  private final Metrics metrics;
  private final Clock clock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private volatile @Nullable SinkLoop loop;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Footing footing;
  private volatile boolean closing;

  SinkService(SinkSettings settings, Metrics metrics, Clock clock) {
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sink";
  }

  @Override
  public void start() {
    open.push(OpsServer.start(settings.door(), this, metrics, List.of()));
    var database = settings.database();
    var standing =
        Footing.of(
                settings.disk(),
                metrics,
                Answering.broker(settings.kafka()),
                Answering.database(database.url(), database.user(), database.password()))
            .with(this::standsStill);
    open.push(standing);
    footing = standing;
    var pool = Database.writing("sink", database, metrics);
    open.push(pool);
    var tracing = Tracing.start(settings.trace(), metrics);
    open.push(tracing);
    var started = new Thread(() -> run(pool, tracing), "sink-loop");
    thread = started;
    started.start();
  }

  @Override
  public boolean ready() {
    return Footing.ready(footing, loop, running -> running.problem().isEmpty());
  }

  @Override
  public List<PartState> parts() {
    return Footing.partsOf(footing);
  }

  private Optional<String> standsStill() {
    var running = loop;
    return running == null ? Optional.of("the tables are not looked at yet") : running.problem();
  }

  @Override
  public boolean live() {
    var started = thread;
    return started != null && started.isAlive();
  }

  @Override
  public void close() {
    closing = true;
    var running = loop;
    if (running != null) {
      running.close();
    }
    var started = thread;
    if (started != null) {
      join(started, running == null);
    }
    while (!open.isEmpty()) {
      quietly(open.pop());
    }
    metrics.close();
  }

  private void run(HikariDataSource pool, Tracing tracing) {
    try {
      if (!migrated(pool)) {
        return;
      }
      var consumer = new KafkaConsumer<byte[], byte[]>(consumerConfig());
      try (var outbox = outbox();
          var topicIds = new TopicIds(Admin.create(settings.kafka().admin()))) {
        KafkaMetrics.watch(metrics, consumer, Consumer::metrics, KafkaMetrics.Kind.CONSUMER);
        var store = new ArticleStore(pool, clock);
        var running = loop(consumer, store, topicIds, outbox, tracing);
        loop = running;
        if (closing) {
          running.close();
        }
        var topics = settings.topics();
        try (var letters = killedLetters(store, outbox)) {
          letters.start();
          running.run(List.of(topics.enriched(), topics.recalls(), topics.acknowledgements()));
        }
      }
    } catch (RuntimeException e) {
      LOG.error("the sink cannot go on", e);
    }
  }

  private SinkLoop loop(
      Consumer<byte[], byte[]> consumer,
      ArticleStore store,
      TopicIds topicIds,
      Outbox outbox,
      Tracing tracing) {
    var sinkMetrics = new SinkMetrics(metrics);
    var assigned = new AssignedPartitions(consumer, store, topicIds);
    var reader = new RecordReader(settings.serdes().newDeserializer(), settings.topics());
    var means = new BatchWork.Means(reader, outbox, clock, tracing);
    var work = new BatchWork(consumer, assigned, store, means, sinkMetrics);
    return new SinkLoop(consumer, assigned, work, sinkMetrics);
  }

  private KilledLetters killedLetters(ArticleStore store, Outbox outbox) {
    var config = consumerConfig();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group() + "-letters");
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "copytaster-sink-letters");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // whole copy, of which nothing but the key is looked at
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LETTERS_AT_ONCE);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Topics.LARGEST_RECORD_BYTES / 4);
    return new KilledLetters(
        new KafkaConsumer<>(config),
        store,
        outbox,
        new KilledLetters.Way(
            settings.topics(), clock, BETWEEN_LOOKS_AT_LETTERS, Topics.COMPACTED_WITHIN));
  }

  /** Brings the tables into shape, however long the store stays away; false if closed meanwhile. */
  private boolean migrated(HikariDataSource pool) {
    var backoff = new Backoff();
    while (!closing) {
      try (var connection = pool.getConnection()) {
        LOG.info(
            "the store is PostgreSQL {}", connection.getMetaData().getDatabaseProductVersion());
        Database.migrate(settings.database());
        return true;
      } catch (FlywayException e) {
        throw e;
      } catch (SQLException e) {
        LOG.warn("the store is away: {}", Fault.of(e));
        pause(backoff.longer());
      }
    }
    return false;
  }

  private Outbox outbox() {
    var config = settings.kafka().producer();
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "copytaster-sink");
    config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * Topics.LARGEST_RECORD_BYTES);
    config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    config.putIfAbsent(ProducerConfig.PARTITIONER_CLASS_CONFIG, LetterPartitioner.class.getName());
    return new Outbox(
        new KafkaProducer<>(config), settings.serdes().<Receipt>newSerializer(), settings.topics());
  }

  private Map<String, Object> consumerConfig() {
    var config = new HashMap<>(settings.kafka().consumer());
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // a topic that is missing is for deployment to make, with its settings
    config.putIfAbsent(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "copytaster-sink");
    config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
    // A rebalance waits so long for a member that lives and does not come. A statement of ours
    // takes a minute at the most, or is given up.
    config.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 90_000);
    if (!"consumer".equals(config.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
      config.putIfAbsent(
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
          CooperativeStickyAssignor.class.getName());
    }
    return config;
  }

  private static void join(Thread thread, boolean interrupt) {
    try {
      if (interrupt) {
        thread.interrupt();
      }
      thread.join(LAST_BATCH.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      LOG.warn("{} did not close cleanly", closeable.getClass().getSimpleName(), e);
    }
  }
}
