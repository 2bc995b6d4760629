package org.copytaster.ingest.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.record.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic {@code news.receipts} as a table in memory, so that any instance answers for any
 * receipt and recognises a repeat. It follows the topic in a thread of its own; a receipt is
 * forgotten once it is older than the topic keeps it. One receipt costs about 500 bytes.
 */
final class ReceiptTable implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptTable.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CHECK = Duration.ofSeconds(2);

  /** How long the broker may take to answer before it counts as away; a busy one is not. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Map<String, Trail> trails = new ConcurrentHashMap<>();
  private final Consumer<String, Receipt> consumer;
  private final String topic;
  private final Duration retention;
  private final Clock clock;
  private final Thread thread;
  private volatile boolean caughtUp;
  private volatile boolean reachable;
  private volatile boolean closed;
  private Instant nextCheck = Instant.MIN;
  private Instant nextEviction = Instant.MIN;

  ReceiptTable(Consumer<String, Receipt> consumer, String topic, Duration retention, Clock clock) {
    this.consumer = consumer;
    this.topic = topic;
    this.retention = retention;
    this.clock = clock;
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

  Optional<Trail> find(ReceiptKey key) {
    return Optional.ofNullable(trails.get(key.key()));
  }

  int size() {
    return trails.size();
  }

  /** Takes in a receipt: from the topic, or at once when this instance wrote it. */
  Trail put(Receipt receipt) {
    var key = new ReceiptKey(receipt.getGuid(), receipt.getVersion()).key();
    return trails.merge(key, Trail.of(receipt), (known, added) -> known.with(receipt));
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
        put(read.value());
      }
    }
    var now = clock.instant();
    if (!now.isBefore(nextCheck)) {
      check();
      nextCheck = caughtUp ? now.plus(CHECK) : Instant.MIN;
    }
    if (!now.isBefore(nextEviction)) {
      var oldest = now.minus(retention);
      trails.values().removeIf(trail -> trail.last().time().isBefore(oldest));
      nextEviction = now.plus(Duration.ofMinutes(10));
    }
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
    if (!caughtUp) {
      caughtUp =
          !ends.isEmpty()
              && ends.entrySet().stream()
                  .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }
  }
}
