package org.copytaster.console.follow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads topics from their beginning, or the newest of them, and goes on, in a thread of its own. If
 * the broker or the registry goes away, it begins anew once they are back, so that nothing stays
 * that went meanwhile.
 *
 * @param <V> what is known of the topics
 */
public final class TopicFollower<V> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 1_000;

  private final SparseLog away = new SparseLog(LOG, Level.WARN);
  private final KafkaSettings kafka;
  private final List<String> topics;
  private final Beginning<V> beginning;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable V current;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * Something that knows nothing yet, and how a record is made known to it. A record that is no
   * good is the taker's to pass over; what it throws has all be read again.
   */
  public interface Beginning<V> {

    /** Knows nothing. */
    V make();

    /** Takes what stands on the topics, each partition in its order. */
    void take(V known, ConsumerRecord<byte[], byte[]> record);

    /** How many of the newest records of each partition are read; all, unless it is said. */
    default long newest(String topic) {
      return Long.MAX_VALUE;
    }
  }

  /** Does nothing before {@link #start}. */
  public TopicFollower(KafkaSettings kafka, List<String> topics, Beginning<V> beginning) {
    this.kafka = kafka;
    this.topics = List.copyOf(topics);
    this.beginning = beginning;
    this.thread = new Thread(this::run, "console-" + topics.get(0));
    this.thread.setDaemon(true);
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** What is known; null while the topics have not been read to where they ended at the start. */
  public @Nullable V current() {
    return current;
  }

  @Override
  public void close() {
    closed.countDown();
    var reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var bytes = new ByteArrayDeserializer();
    while (closed.getCount() > 0) {
      try (var reading = new KafkaConsumer<>(config(), bytes, bytes)) {
        consumer = reading;
        follow(reading);
      } catch (WakeupException e) {
        // closed
      } catch (RuntimeException e) {
        away.say("{} cannot be read now: {}", topics.get(0), Fault.of(e));
      } finally {
        current = null;
        consumer = null;
      }
      pause();
    }
  }

  /** Whole copy may stand there: few of the large ones at a time are enough to hold. */
  private Map<String, Object> config() {
    var config = kafka.consumer();
    config.put("max.partition.fetch.bytes", 256 * 1024);
    config.put("fetch.max.bytes", 1024 * 1024);
    return config;
  }

  private void pause() {
    try {
      boolean unused = closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> reading) {
    var known = beginning.make();
    var all = new ArrayList<TopicPartition>();
    for (var topic : topics) {
      all.addAll(partitions(reading, topic));
    }
    reading.assign(all);
    var ends = reading.endOffsets(all, PATIENCE);
    var begins = reading.beginningOffsets(all, PATIENCE);
    for (var partition : all) {
      long begin = Objects.requireNonNull(begins.get(partition));
      long end = Objects.requireNonNull(ends.get(partition));
      reading.seek(partition, Math.max(begin, end - beginning.newest(partition.topic())));
    }
    Consumer<ConsumerRecord<byte[], byte[]>> take = record -> beginning.take(known, record);
    while (closed.getCount() > 0) {
      reading.poll(POLL).forEach(take);
      boolean read =
          current != null
              || ends.entrySet().stream()
                  .allMatch(end -> reading.position(end.getKey(), PATIENCE) >= end.getValue());
      if (read) {
        current = known;
      }
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reading, String topic) {
    var found = reading.partitionsFor(topic, PATIENCE);
    if (found == null || found.isEmpty()) {
      throw new KafkaException("there is no topic " + topic);
    }
    return found.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
  }
}
