package org.copytaster.ingest.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.record.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic {@code news.receipts} as a table in memory, so that any instance answers for any
 * receipt and recognises a repeat. It follows the topic in a thread of its own; a receipt is
 * forgotten once the topic has forgotten it, whatever our clock says. One costs about 500 bytes.
 */
final class ReceiptTable implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptTable.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CHECK = Duration.ofSeconds(2);
  private static final Duration BETWEEN_EVICTIONS = Duration.ofMinutes(10);

  /** How long the broker may take to answer before it counts as away; a busy one is not. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Map<String, Kept> trails = new ConcurrentHashMap<>();
  private final Kills kills = new Kills();
  private final Consumer<String, Receipt> consumer;
  private final String topic;
  private final Thread thread;
  private Map<TopicPartition, Long> atStart = Map.of();
  private volatile boolean caughtUp;
  private volatile boolean reachable;
  private volatile boolean closed;
  private final Countdown untilCheck = new Countdown();
  private final Countdown untilEviction = new Countdown();

  /** Where the newest receipt of a trail stands in the topic. */
  private record Place(int partition, long offset) {

    boolean before(Place other) {
      return partition == other.partition && offset < other.offset;
    }
  }

  private record Kept(ReceiptTrail trail, Place place) {

    /**
     * With one more receipt. What this instance wrote is known before it is read, so older receipts
     * come after it: one of other content is of what the newer one has taken the place of. A test
     * takes nobody's place.
     */
    Kept with(Receipt receipt, Place at) {
      boolean older = at.before(place);
      boolean other = !receipt.getContentHash().equals(trail.contentHash());
      if (older && other && !trail.isTest()) {
        return this;
      }
      return new Kept(trail.with(receipt), older ? place : at);
    }
  }

  ReceiptTable(Consumer<String, Receipt> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
    this.thread = new Thread(this::follow, "receipt-table");
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether everything that stood in the topic at the start is known and the broker answers. */
  boolean current() {
    return caughtUp && reachable;
  }

  Optional<ReceiptTrail> find(ReceiptKey key) {
    return Optional.ofNullable(trails.get(key.key())).map(Kept::trail).map(this::told);
  }

  int size() {
    return trails.size();
  }

  /**
   * Takes in a receipt at once that this instance has written; the trail of its content.
   *
   * @param written where it stands in the topic
   */
  ReceiptTrail put(Receipt receipt, RecordMetadata written) {
    var trail = put(receipt, new Place(written.partition(), written.offset()));
    boolean ofIt = trail.contentHash().equals(receipt.getContentHash());
    return ofIt ? trail : ReceiptTrail.of(receipt);
  }

  private ReceiptTrail put(Receipt receipt, Place place) {
    var key = new ReceiptKey(receipt.getGuid(), receipt.getVersion()).key();
    var trail =
        trails
            .merge(
                key,
                new Kept(ReceiptTrail.of(receipt), place),
                (known, added) -> known.with(receipt, place))
            .trail();
    kills.hear(trail);
    return told(trail);
  }

  /** What may be told of a trail: of a version that was killed no word of its copy. */
  private ReceiptTrail told(ReceiptTrail trail) {
    return kills.reach(trail) ? trail.withoutWords() : trail;
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try (consumer) {
      while (!closed) {
        try {
          step();
        } catch (RecordDeserializationException e) {
          LOG.warn("skipping what is no receipt at {} offset {}", e.topicPartition(), e.offset());
          consumer.seek(e.topicPartition(), e.offset() + 1);
        } catch (WakeupException | InterruptException e) {
          return;
        } catch (KafkaException e) {
          reachable = false;
          LOG.warn("receipts cannot be read now: {}", Fault.of(e));
        }
      }
    }
  }

  private void step() {
    if (consumer.assignment().isEmpty()) {
      assign();
    }
    for (ConsumerRecord<String, Receipt> read : consumer.poll(POLL)) {
      if (read.value() != null) {
        put(read.value(), new Place(read.partition(), read.offset()));
      }
    }
    if (untilCheck.over()) {
      check();
      untilCheck.start(caughtUp ? CHECK : Duration.ZERO);
    }
    if (untilEviction.over()) {
      evict();
      untilEviction.start(BETWEEN_EVICTIONS);
    }
  }

  /** Forgets what the topic has forgotten. */
  void evict() {
    var beginnings = new HashMap<Integer, Long>();
    consumer
        .beginningOffsets(consumer.assignment(), PATIENCE)
        .forEach((partition, offset) -> beginnings.put(partition.partition(), offset));
    trails
        .values()
        .removeIf(
            kept -> kept.place().offset() < beginnings.getOrDefault(kept.place().partition(), 0L));
    kills.evict(key -> !trails.containsKey(key.key()));
  }

  private void assign() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic, PATIENCE).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Asks the broker for the ends; it answers, so it is reachable, and we know whether we are there.
   */
  private void check() {
    var ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
    reachable = true;
    if (atStart.isEmpty()) {
      // Not where the ends are now: while others write, those would always be a little further.
      atStart = Map.copyOf(ends);
    }
    if (!caughtUp) {
      caughtUp =
          !atStart.isEmpty()
              && atStart.entrySet().stream()
                  .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }
  }
}
