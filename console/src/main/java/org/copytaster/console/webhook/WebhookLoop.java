package org.copytaster.console.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.runtime.log.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers recalls to one subscriber, in a thread and a consumer group of its own, so that whoever
 * is slow holds up nobody else. What is not delivered is not committed: after a restart it is tried
 * again, and with it what was delivered after it.
 */
final class WebhookLoop implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookLoop.class);
  private static final int MOST_PENDING = 500;
  private static final Duration POLL = Duration.ofMillis(300);

  private final String subscriber;
  private final Consumer<byte[], byte[]> consumer;
  private final Trying trying;
  private final Supplier<Instant> since;
  private final ArrayDeque<PendingRecall> pending = new ArrayDeque<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Map<TopicPartition, Long> read = new HashMap<>();
  private volatile boolean closing;

  /** What is done with one recall. */
  interface Trying {

    /** Whether it is done with; else it is tried again later. */
    boolean done(PendingRecall recall) throws InterruptedException;
  }

  /**
   * @param consumer whose {@code auto.offset.reset} is {@code none}
   * @param since from when on recalls concern a subscriber whose group has committed nothing
   */
  WebhookLoop(
      String subscriber,
      Consumer<byte[], byte[]> consumer,
      Trying trying,
      Supplier<Instant> since) {
    this.subscriber = subscriber;
    this.consumer = consumer;
    this.trying = trying;
    this.since = since;
  }

  /** Runs until {@link #close}; the consumer has left its group when this returns. */
  void run(String topic) {
    try {
      consumer.subscribe(List.of(topic), this);
      while (!closing) {
        turn();
      }
      commit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("the webhook of {} ends: {}", subscriber, Fault.of(e));
    } finally {
      consumer.close();
    }
  }

  /** Ends it after what is under way; may be called from any thread. */
  void close() {
    closing = true;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // read from where the group has committed
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commit();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    pending.removeIf(each -> partitions.contains(partition(each)));
    committed.keySet().removeAll(partitions);
    read.keySet().removeAll(partitions);
  }

  private void turn() throws InterruptedException {
    try {
      for (var record : consumer.poll(next().isPresent() ? Duration.ZERO : POLL)) {
        pending.add(new PendingRecall(record));
        var partition = new TopicPartition(record.topic(), record.partition());
        read.put(partition, record.offset() + 1);
      }
      // between polls nobody else takes its partitions away for it
      if (pending.size() >= MOST_PENDING) {
        consumer.pause(consumer.assignment());
      } else {
        consumer.resume(consumer.paused());
      }
      var next = next();
      if (next.isPresent()) {
        work(next.get());
      }
      commit();
    } catch (InvalidOffsetException e) {
      begin(e.partitions());
    } catch (RuntimeException e) {
      LOG.warn("the webhook of {} has to wait: {}", subscriber, Fault.of(e));
      Thread.sleep(POLL.toMillis()); // a broker that is away fails at once, again and again
    }
  }

  /**
   * Begins where nothing was committed, or what was committed is not there any more. The client's
   * own reset by time ({@code by_duration}) leaves a partition in which nothing is that new alone
   * for its request timeout of 30 seconds, and the first recall of a subscriber waits for it.
   */
  private void begin(Set<TopicPartition> partitions) throws InterruptedException {
    try {
      var ends = consumer.endOffsets(partitions); // first, so that what comes now is not skipped
      long from = since.get().toEpochMilli();
      var times = partitions.stream().collect(Collectors.toMap(each -> each, each -> from));
      var found = consumer.offsetsForTimes(times);
      for (var partition : partitions) {
        var first = found.get(partition);
        long offset = first == null ? ends.get(partition) : first.offset();
        consumer.seek(partition, offset);
        read.put(partition, offset);
      }
    } catch (RuntimeException e) {
      LOG.warn("the webhook of {} cannot begin yet: {}", subscriber, Fault.of(e));
      Thread.sleep(POLL.toMillis()); // asked again by the next poll, at once
    }
  }

  private void work(PendingRecall recall) throws InterruptedException {
    if (trying.done(recall)) {
      pending.remove(recall);
    } else {
      recall.later();
    }
  }

  private Optional<PendingRecall> next() {
    return pending.stream().filter(PendingRecall::due).findFirst();
  }

  /** Up to what is not done with. */
  private void commit() {
    var marks = new HashMap<>(read);
    for (Iterator<PendingRecall> each = pending.descendingIterator(); each.hasNext(); ) {
      var record = each.next().record();
      marks.put(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
    var moved = new HashMap<TopicPartition, OffsetAndMetadata>();
    marks.forEach(
        (partition, offset) -> {
          if (!offset.equals(committed.get(partition))) {
            moved.put(partition, new OffsetAndMetadata(offset));
          }
        });
    if (!moved.isEmpty()) {
      try {
        consumer.commitSync(moved);
        committed.putAll(marks);
      } catch (org.apache.kafka.common.errors.RebalanceInProgressException
          | org.apache.kafka.clients.consumer.CommitFailedException e) {
        LOG.debug("the group has moved on; whoever is next repeats a little");
      }
    }
  }

  private static TopicPartition partition(PendingRecall recall) {
    return new TopicPartition(recall.record().topic(), recall.record().partition());
  }
}
