package org.copytaster.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.ingest.source.PollReport;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.SourceWatch;
import org.copytaster.ingest.source.Way;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.FeedState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the feeds that are this instance's turn when they are due, a few at a time and one at a
 * time from each host. Follows the sources as they change.
 */
public final class Feeds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
  private static final int AT_A_TIME = 8;

  /** How long a host is left alone between two requests. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  /** Clocks of two instances may be so far apart; more means that one was set back. */
  private static final Duration SET_BACK = Duration.ofMinutes(1);

  private final SourceWatch sources;
  private final FeedParts parts;
  private final FeedClient client;
  private final FeedPoll poll;
  private final FeedStates states;
  private final KafkaConsumer<String, FeedState> consumer;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(AT_A_TIME, r -> new Thread(r, "feed"));
  private final Thread thread = new Thread(this::run, "feeds");
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** The hosts that are being asked, and how long each is left alone after that. */
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  private final Map<String, Countdown> rests = new ConcurrentHashMap<>();

  private volatile boolean closed;

  /** Feeds that are polled from {@link #start} on. */
  public Feeds(SourceWatch sources, FeedParts parts) {
    this.sources = sources;
    this.parts = parts;
    var limits = parts.limits();
    this.client = new FeedClient(limits.anyAddress(), limits.largestBytes(), parts.clock());
    var timetable = new Timetable(() -> ThreadLocalRandom.current().nextDouble());
    this.poll = new FeedPoll(client, parts.desk().intake()::takeUnseen, timetable, parts.clock());
    var kafka = parts.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var config = new HashMap<>(kafka.consumer());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.topicPrefix() + "copytaster-feeds");
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), serdes.<FeedState>newDeserializer());
    this.states =
        new FeedStates(
            consumer,
            new KafkaProducer<>(
                kafka.producer(), new StringSerializer(), serdes.<Object>newSerializer()),
            new Topics(kafka.topicPrefix()).feeds());
  }

  /** Begins to poll. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(15, TimeUnit.SECONDS)) {
        LOG.warn("a feed did not stop in time");
      }
      thread.join(15_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }

  private void run() {
    try (states) {
      while (!closed) {
        try {
          states.follow();
          if (parts.desk().ready()) {
            startWhatIsDue();
          }
        } catch (WakeupException | InterruptException | RejectedExecutionException e) {
          return;
        } catch (KafkaException e) {
          LOG.warn("the states of feeds cannot be read now: {}", Fault.of(e));
        }
      }
    }
  }

  private void startWhatIsDue() {
    var now = parts.clock().instant();
    for (var source : sources.now().all()) {
      if (source.way() instanceof Way.Feed feed && states.owns(source.name())) {
        var state = state(source, feed);
        if (due(state, now) && rested(host(feed)) && underWay.add(source.name())) {
          asked.add(host(feed));
          workers.execute(() -> look(source, feed, state));
        }
      }
    }
  }

  /** When its time has come; at once if it was last asked in what is the future now. */
  static boolean due(FeedState state, Instant now) {
    boolean setBack = now.plus(SET_BACK).isBefore(state.getCheckedAt());
    return !state.getGone() && (setBack || !now.isBefore(state.getNextAt()));
  }

  private boolean rested(String host) {
    var rest = rests.get(host);
    return !asked.contains(host) && (rest == null || rest.over());
  }

  /** How far it was read; from the beginning if its file has another address now. */
  private FeedState state(Source source, Way.Feed feed) {
    return states
        .of(source.name())
        .filter(state -> state.getAddress().equals(feed.url()))
        .orElseGet(
            () -> FeedState.newBuilder().setSource(source.name()).setAddress(feed.url()).build());
  }

  private void look(Source source, Way.Feed feed, FeedState before) {
    try {
      var outcome = poll.poll(source, feed, before, state -> keep(source, state));
      parts.metrics().polled(source.name(), outcome.name().toLowerCase(Locale.ROOT));
    } catch (RuntimeException e) {
      if (closed) {
        LOG.info("the feed of {} is read on after the next start", source.name());
        return;
      }
      LOG.error("the feed of {} met what nobody expected", source.name(), e);
      var later = parts.clock().instant().plus(feed.every());
      keep(
          source,
          FeedState.newBuilder(before)
              .setCheckedAt(parts.clock().instant())
              .setNextAt(later)
              .build());
    } finally {
      rests.put(host(feed), Countdown.of(BETWEEN));
      asked.remove(host(feed));
      underWay.remove(source.name());
    }
  }

  private void keep(Source source, FeedState state) {
    states.save(state);
    if (state.getTrouble() != null) {
      LOG.warn("{}: {}; next at {}", source.name(), state.getTrouble(), state.getNextAt());
    }
    sources.polled(
        source.name(),
        new PollReport(
            state.getCheckedAt(), state.getNextAt(), state.getFailures(), state.getTrouble()));
  }

  private static String host(Way.Feed feed) {
    return String.valueOf(feed.origin().getHost());
  }
}
