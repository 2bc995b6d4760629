package org.copytaster.console.act;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.RegistryException;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads what is held and what became of acts, the former from the beginning of its topic, of the
 * latter the newest. Every instance of the console reads for itself. If the broker or the registry
 * goes away, it begins anew once they are back.
 */
final class HeldFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 1_000;
  private static final long NEWEST_AUDITS = 5_000;

  private final SparseLog away = new SparseLog(LOG, Level.WARN);
  private final SparseLog unreadable = new SparseLog(LOG, Level.WARN);
  private final KafkaSettings kafka;
  private final Topics topics;
  private final Deserializer<HeldState> states;
  private final Deserializer<Audit> audits;
  private final Thread thread = new Thread(this::run, "console-held");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, CompletableFuture<Audit>> awaited = new ConcurrentHashMap<>();
  private volatile @Nullable HeldList current;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  HeldFollower(KafkaSettings kafka) {
    this.kafka = kafka;
    this.topics = new Topics(kafka.topicPrefix());
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    states = serdes.newDeserializer();
    audits = serdes.newDeserializer();
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * The list as it is known.
   *
   * @throws RefusedException while the topics have not been read to their ends
   */
  HeldList list() throws RefusedException {
    var list = current;
    if (list == null) {
      throw RefusedException.later("what is held has not been read yet; try again");
    }
    return list;
  }

  /** What became of an act, as far as it is known. */
  Optional<Audit> audit(String act) {
    var list = current;
    return list == null ? Optional.empty() : list.audit(act);
  }

  /** Has {@link #await} see what comes of an act that is about to be asked for. */
  void expect(String act) {
    awaited.computeIfAbsent(act, id -> new CompletableFuture<>());
  }

  /** What became of an act, once it is known; empty if that takes too long. */
  Optional<Audit> await(String act, Duration patience) {
    var future = awaited.get(act);
    try {
      return future == null
          ? audit(act)
          : Optional.of(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  void forget(String act) {
    awaited.remove(act);
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
    while (closed.getCount() > 0) {
      try (var reading =
          new KafkaConsumer<>(
              kafka.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = reading;
        follow(reading);
      } catch (WakeupException e) {
        // closed
      } catch (KafkaException e) {
        away.say("what is held cannot be read now: {}", Fault.of(e));
      } finally {
        current = null;
        consumer = null;
      }
      pause();
    }
  }

  private void pause() {
    try {
      boolean unused = closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  private void follow(Consumer<String, byte[]> reading) {
    var list = new HeldList(HeldList.MOST);
    var held = partitions(reading, topics.held());
    var done = partitions(reading, topics.audit());
    var all = new ArrayList<>(held);
    all.addAll(done);
    reading.assign(all);
    var ends = reading.endOffsets(all, PATIENCE);
    reading.seekToBeginning(held);
    var begins = reading.beginningOffsets(done, PATIENCE);
    for (var partition : done) {
      long begin = Objects.requireNonNull(begins.get(partition));
      long end = Objects.requireNonNull(ends.get(partition));
      reading.seek(partition, Math.max(begin, end - NEWEST_AUDITS));
    }
    while (closed.getCount() > 0) {
      for (var record : reading.poll(POLL)) {
        take(list, record);
      }
      boolean read =
          current != null
              || ends.entrySet().stream()
                  .allMatch(end -> reading.position(end.getKey(), PATIENCE) >= end.getValue());
      if (read) {
        current = list;
      }
    }
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> reading, String topic) {
    var found = reading.partitionsFor(topic, PATIENCE);
    if (found == null || found.isEmpty()) {
      throw new KafkaException("there is no topic " + topic);
    }
    return found.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
  }

  private void take(HeldList list, ConsumerRecord<String, byte[]> record) {
    try {
      if (record.topic().equals(topics.held())) {
        var state =
            record.value() == null ? null : states.deserialize(topics.held(), record.value());
        list.take(record.key(), state);
      } else if (record.value() != null) {
        var audit = audits.deserialize(topics.audit(), record.value());
        list.take(audit);
        var future = awaited.get(audit.getAct().getId());
        if (future != null) {
          future.complete(audit);
        }
      }
    } catch (RegistryException.UnavailableException e) {
      throw e; // it can be read later
    } catch (RuntimeException e) {
      unreadable.say(
          "{} partition {} offset {} cannot be read and is left out",
          record.topic(),
          record.partition(),
          record.offset());
    }
  }
}
