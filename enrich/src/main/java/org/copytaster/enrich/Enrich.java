package org.copytaster.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.OpsServer;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Service.PartState;
import org.copytaster.runtime.health.Answering;
import org.copytaster.runtime.health.Footing;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.LetterPartitioner;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** The door of enrich: the topology, running. */
public final class Enrich implements Service {

  /** Bytes of a partition that a thread asks for at once; what is longer comes alone. */
  private static final int FETCH = 4 * 1024;

  private final EnrichSettings settings;
  private final Metrics metrics;
  private final Clock clock = Clock.systemUTC();
  private final ThreadFaults faults = new ThreadFaults(System::nanoTime);
  private volatile @Nullable KafkaStreams streams;
  private @Nullable OpsServer server;
  private @Nullable LiveTagger tagging;
  private @Nullable Tracing tracing;
  private volatile @Nullable Footing footing;

  private Enrich(EnrichSettings settings, Metrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
  }

  /** Enrich, not started yet. */
  public static Service service(EnrichSettings settings, Metrics metrics) {
    return new Enrich(settings, metrics);
  }

  @Override
  public String name() {
    return "enrich";
  }

  @Override
  public synchronized void start() {
    var kafka = settings.kafka();
    var meters = new EnrichMetrics(metrics);
    var topics = new Topics(kafka.topicPrefix());
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var tagger = LiveTagger.start(settings, meters, clock);
    tagging = tagger;
    var enricher = new ArticleEnricher(tagger, settings.sourceLocales());
    var traced = Tracing.start(settings.trace(), metrics);
    tracing = traced;
    var topology = new EnrichTopology(topics, serdes, enricher, meters, clock).build(traced);
    try {
      Files.createDirectories(settings.state());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the state directory " + settings.state() + " cannot be written to", e);
    }
    var created =
        new KafkaStreams(
            topology, config(topics, serdes, meters), new SteadyTime(clock, System::nanoTime));
    created.setUncaughtExceptionHandler(
        exception -> {
          faults.failed(exception);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    meters.watch(created);
    footing = Footing.of(settings.disk(), metrics, Answering.broker(kafka)).with(this::standsStill);
    server = OpsServer.start(settings.door(), this, metrics, List.of());
    created.start();
    streams = created;
  }

  @Override
  public boolean ready() {
    return Footing.ready(footing, streams, running -> standsStill().isEmpty());
  }

  @Override
  public List<PartState> parts() {
    return Footing.partsOf(footing);
  }

  /** Why the topology does not work; a thread that was just replaced makes it run, but not work. */
  private Optional<String> standsStill() {
    var running = streams;
    if (running == null) {
      return Optional.of("the topology is not started");
    }
    var state = running.state();
    return state == KafkaStreams.State.RUNNING
        ? faults.problem()
        : faults.problem().or(() -> Optional.of("the topology is in the state " + state));
  }

  @Override
  public boolean live() {
    var running = streams;
    return running == null || running.state() != KafkaStreams.State.ERROR;
  }

  /** Leaves the group, so that the others, or this one started anew, go on at once. */
  @Override
  public synchronized void close() {
    var running = streams;
    faults.close();
    if (running != null) {
      running.close(
          CloseOptions.timeout(Duration.ofSeconds(6))
              .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
      streams = null;
    }
    if (tracing != null) {
      tracing.close();
      tracing = null;
    }
    if (tagging != null) {
      tagging.close();
      tagging = null;
    }
    if (server != null) {
      server.close();
      server = null;
    }
    var standing = footing;
    if (standing != null) {
      standing.close();
      footing = null;
    }
    metrics.close();
  }

  private Properties config(Topics topics, RecordSerdes serdes, EnrichMetrics meters) {
    var config = new Properties();
    config.putAll(settings.kafka().streams());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.prefix() + settings.application());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.STATE_DIR_CONFIG, settings.state().toString());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
    config.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics.deadLetters());
    DeadLetters.into(config, topics, serdes, meters, clock);
    var largest = Topics.LARGEST_RECORD_BYTES;
    config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), largest);
    config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    config.putIfAbsent(
        StreamsConfig.producerPrefix(ProducerConfig.PARTITIONER_CLASS_CONFIG),
        LetterPartitioner.class.getName());
    config.put(StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(largest));
    Topics.ANY_TIMESTAMP.forEach(
        (name, value) -> config.put(StreamsConfig.topicPrefix(name), value));
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // a killed instance is noticed after ten seconds, not after forty-five
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
    // A rebalance waits this long for a member that lives and does not come: five minutes of
    // standing still, were it Kafka's own. What a thread holds is tagged in a tenth of the time.
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 60_000);
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 100);
    // A thread works on all that one fetch brought before it sees the next, and so long no kill: a
    // megabyte of each partition, were it Kafka's own, which are a thousand articles.
    config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), FETCH);
    config.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), FETCH);
    return config;
  }
}
