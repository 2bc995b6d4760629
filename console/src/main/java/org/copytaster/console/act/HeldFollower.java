package org.copytaster.console.act;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.copytaster.console.follow.TopicFollower;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.SparseLog;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.RegistryException;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads what is held and what became of acts, the former from the beginning of its topic, of the
 * latter the newest. Every instance of the console reads for itself.
 */
final class HeldFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldFollower.class);
  private static final long NEWEST_AUDITS = 5_000;

  private final SparseLog unreadable = new SparseLog(LOG, Level.WARN);
  private final Topics topics;
  private final Deserializer<HeldState> states;
  private final Deserializer<Audit> audits;
  private final TopicFollower<HeldList> follower;
  private final Map<String, CompletableFuture<Audit>> awaited = new ConcurrentHashMap<>();

  HeldFollower(KafkaSettings kafka) {
    this.topics = new Topics(kafka.topicPrefix());
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    states = serdes.newDeserializer();
    audits = serdes.newDeserializer();
    follower = new TopicFollower<>(kafka, List.of(topics.held(), topics.audit()), beginning());
  }

  void start() {
    follower.start();
  }

  /**
   * The list as it is known.
   *
   * @throws RefusedException while the topics have not been read to their ends
   */
  HeldList list() throws RefusedException {
    var list = follower.current();
    if (list == null) {
      throw RefusedException.later("what is held has not been read yet; try again");
    }
    return list;
  }

  /** What became of an act, as far as it is known. */
  Optional<Audit> audit(String act) {
    var list = follower.current();
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
    follower.close();
  }

  private TopicFollower.Beginning<HeldList> beginning() {
    return new TopicFollower.Beginning<>() {
      @Override
      public HeldList make() {
        return new HeldList(HeldList.MOST);
      }

      @Override
      public void take(HeldList known, ConsumerRecord<byte[], byte[]> record) {
        HeldFollower.this.take(known, record);
      }

      @Override
      public long newest(String topic) {
        return topic.equals(topics.audit()) ? NEWEST_AUDITS : Long.MAX_VALUE;
      }
    };
  }

  private void take(HeldList list, ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(topics.held())) {
        var state =
            record.value() == null ? null : states.deserialize(topics.held(), record.value());
        list.take(new String(record.key(), StandardCharsets.UTF_8), state);
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
