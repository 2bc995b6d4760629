package org.copytaster.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.history.VersionHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes the bytes of killed articles out of the dead letters. It follows the topic in a thread of
 * its own and asks the store again and again which of the guids there were killed, so nothing is
 * forgotten in a crash, whichever comes first, letter or kill. Instances share the partitions. What
 * is written twice does no harm.
 */
final class KilledLetters implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KilledLetters.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int AT_ONCE = 1_000;
  private static final int MOST = 300_000;

  /** No letter has this key; a record under it closes a segment and says nothing. */
  private static final byte[] NOTHING = "closes-a-segment".getBytes(UTF_8);

  private final SparseLog waits = new SparseLog(LOG, Level.WARN);
  private final SparseLog tooMany = new SparseLog(LOG, Level.WARN);
  private final Consumer<byte[], byte[]> consumer;
  private final ArticleStore store;
  private final Outbox outbox;
  private final Way way;
  private final LetterIndex index;
  private final OpenSegments segments;
  private final Countdown untilLook = new Countdown();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * How it is done.
   *
   * @param every how often the store is asked
   * @param lag after which the broker closes a segment of the topic at the next record
   */
  record Way(Topics topics, Clock clock, Duration every, Duration lag) {}

  /**
   * Does nothing before {@link #start}.
   *
   * @param consumer reads from the beginning what it is given; it is closed at the end
   */
  KilledLetters(Consumer<byte[], byte[]> consumer, ArticleStore store, Outbox outbox, Way way) {
    this.consumer = consumer;
    this.store = store;
    this.outbox = outbox;
    this.way = way;
    this.index = new LetterIndex(way.topics(), MOST);
    this.segments = new OpenSegments(way.lag());
    this.thread = new Thread(this::follow, "killed-letters");
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
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
      consumer.subscribe(List.of(way.topics().deadLetters()), new Shares());
      while (!closed) {
        try {
          step();
        } catch (WakeupException | InterruptException e) {
          return;
        } catch (KafkaException | SQLException e) {
          waits.say("dead letters of killed articles have to wait: {}", Fault.of(e));
          Thread.sleep(PAUSE.toMillis()); // a store that is away fails at once, again and again
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("interrupted to close");
    } catch (RuntimeException e) {
      LOG.error("dead letters of killed articles are taken away no more", e);
    }
  }

  private void step() throws SQLException {
    for (var record : consumer.poll(POLL)) {
      read(record);
    }
    if (untilLook.over()) {
      untilLook.start(way.every());
      look();
      close(segments.due(way.clock().instant()));
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    var at = new TopicPartition(record.topic(), record.partition());
    var time = Instant.ofEpochMilli(record.timestamp());
    segments.written(at, time);
    if (record.value() == null && !Arrays.equals(record.key(), NOTHING)) {
      segments.removed(at, time);
    }
    index.read(record);
  }

  private void look() throws SQLException {
    if (index.full()) {
      tooMany.say("more than {} dead letters: those beyond stay if they are killed", MOST);
    }
    var killed = index.killed(histories(List.copyOf(index.guids())));
    if (killed.isEmpty()) {
      return;
    }
    outbox.send(killed.stream().map(each -> removal(each.at(), each.key().array())).toList());
    var now = way.clock().instant();
    for (var letter : killed) {
      index.remove(letter);
      segments.removed(letter.at(), now);
    }
    LOG.info("took {} dead letters of killed articles away", killed.size());
  }

  private Map<String, VersionHistory> histories(List<String> guids) throws SQLException {
    var histories = new HashMap<String, VersionHistory>();
    for (int i = 0; i < guids.size(); i += AT_ONCE) {
      histories.putAll(store.histories(guids.subList(i, Math.min(guids.size(), i + AT_ONCE))));
    }
    return histories;
  }

  private void close(List<TopicPartition> open) {
    outbox.send(open.stream().map(each -> removal(each, NOTHING)).toList());
    segments.forget(open);
  }

  private ProducerRecord<byte[], byte[]> removal(TopicPartition at, byte[] key) {
    return DeadLetter.removal(at.topic(), at.partition(), key);
  }

  /** What this instance looks after; it reads what it is given from the beginning. */
  private final class Shares implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.seekToBeginning(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      var gone = new ArrayList<>(partitions);
      index.forget(gone);
      segments.forget(gone);
    }
  }
}
