package org.copytaster.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads batches and has them stored, for ever. Whatever goes wrong with the world around it is
 * waited out: the partitions are paused, not given up, and their positions looked up anew.
 */
final class SinkLoop {

  private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  /** A batch takes a second or two; one that takes longer waits for something, such as a lock. */
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

  private final Consumer<byte[], byte[]> consumer;
  private final AssignedPartitions assigned;
  private final BatchWork work;
  private final SinkMetrics metrics;
  private final Backoff backoff = new Backoff();
  private final HashMap<TopicPartition, Long> marked = new HashMap<>();
  private final Countdown untilCatchUp = new Countdown();
  private final Countdown untilRetry = new Countdown();
  private volatile boolean closing;
  private volatile boolean waiting;
  private volatile boolean ready;
  private volatile boolean atTheStore;
  private volatile long batchBegan;
  private volatile String why = "its place in its partitions is not known yet";

  SinkLoop(
      Consumer<byte[], byte[]> consumer,
      AssignedPartitions assigned,
      BatchWork work,
      SinkMetrics metrics) {
    this.consumer = consumer;
    this.assigned = assigned;
    this.work = work;
    this.metrics = metrics;
  }

  /** Runs until {@link #close}; the consumer has left its group when this returns. */
  void run(List<String> topics) {
    try {
      consumer.subscribe(topics, assigned);
      while (!closing) {
        turn();
      }
    } finally {
      consumer.close();
    }
  }

  /** Ends the loop after the batch that is being stored; may be called from any thread. */
  void close() {
    closing = true;
    if (waiting) {
      consumer.wakeup();
    }
  }

  /** Why nothing is stored now, told by whoever asks while the loop itself may hang. */
  Optional<String> problem() {
    if (atTheStore && System.nanoTime() - batchBegan > LONGEST_BATCH.toNanos()) {
      return Optional.of(
          "a batch has been waiting for the store for more than %d s; a table may be locked"
              .formatted(LONGEST_BATCH.toSeconds()));
    }
    return ready ? Optional.empty() : Optional.of(why);
  }

  private void turn() {
    try {
      if (!assigned.allPlaced() && untilRetry.over()) {
        watched(assigned::settle);
      }
      var records = consumer.poll(assigned.allPlaced() ? POLL : backoff.current());
      if (!records.isEmpty()) {
        watched(() -> work.run(records));
      }
      if (assigned.allPlaced()) {
        caughtUp();
      }
      ready = assigned.settled();
    } catch (WakeupException e) {
      LOG.debug("woken up to close");
    } catch (CommitFailedException | RebalanceInProgressException e) {
      // Stored and receipted; whoever owns the partition next sends the receipts again.
      LOG.debug("the group has moved on before the offset was committed");
      assigned.unsettle();
    } catch (FencedException e) {
      LOG.info("another sink was faster: {}", e.getMessage());
      assigned.unsettle();
    } catch (SQLException | RuntimeException e) {
      waitOut(e);
    }
  }

  private interface Storing {
    void run() throws SQLException;
  }

  /** What waits for the store is seen to wait. */
  private void watched(Storing storing) throws SQLException {
    batchBegan = System.nanoTime();
    atTheStore = true;
    try {
      storing.run();
    } finally {
      atTheStore = false;
    }
  }

  private void caughtUp() {
    if (waiting) {
      LOG.info("the sink is at work again");
    }
    waiting = false;
    backoff.reset();
    if (untilCatchUp.over()) {
      untilCatchUp.start(CATCH_UP);
      mark();
    }
  }

  /**
   * Commits the place behind a transaction's end marker, which is an offset but no record: without
   * it an idle group would show a lag of one for ever. Measures the lag while it is at it.
   */
  private void mark() {
    var ends = consumer.endOffsets(consumer.assignment());
    marked.keySet().retainAll(ends.keySet());
    var moved = new HashMap<TopicPartition, OffsetAndMetadata>();
    long lag = 0;
    for (var partition : ends.keySet()) {
      long position = consumer.position(partition);
      lag += Math.max(0, Objects.requireNonNull(ends.get(partition)) - position);
      if (!Objects.equals(marked.put(partition, position), position)) {
        moved.put(partition, new OffsetAndMetadata(position));
      }
    }
    if (!moved.isEmpty()) {
      consumer.commitSync(moved);
    }
    metrics.lag(lag);
  }

  private void waitOut(Exception problem) {
    if (!waiting) {
      LOG.warn("the sink has to wait: {}", Fault.of(problem), problem);
      metrics.interrupted();
    }
    waiting = true;
    ready = false;
    why = "it has to wait: " + Fault.of(problem);
    assigned.unsettle();
    marked.clear();
    untilRetry.start(backoff.longer());
  }
}
