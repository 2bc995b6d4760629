package org.copytaster.sink;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which partitions this sink owns and where the store stands in each. A partition that has not been
 * placed yet is paused, so no record of it is read before its position is known.
 *
 * <p>Reading starts at the lower of two marks: the group's offset and the store's position. The
 * group's offset is committed last, after the receipts; so what lies between the two is stored, but
 * its receipts may not have been sent.
 */
final class AssignedPartitions implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(AssignedPartitions.class);

  private final Consumer<byte[], byte[]> consumer;
  private final ArticleStore store;
  private final TopicIds topicIds;
  private final Map<TopicPartition, Position> placed = new HashMap<>();
  private final Set<TopicPartition> unplaced = new HashSet<>();
  private boolean joined;

  AssignedPartitions(Consumer<byte[], byte[]> consumer, ArticleStore store, TopicIds topicIds) {
    this.consumer = consumer;
    this.store = store;
    this.topicIds = topicIds;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    unplaced.addAll(partitions);
    consumer.pause(partitions);
    joined = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(placed::remove);
    unplaced.removeAll(partitions);
  }

  /** Whether this sink is in the group and knows its place in every partition that it was given. */
  boolean settled() {
    return joined && unplaced.isEmpty();
  }

  boolean allPlaced() {
    return unplaced.isEmpty();
  }

  /** Forgets every place: positions are to be looked up again before anything more is read. */
  void unsettle() {
    placed.clear();
    unplaced.addAll(consumer.assignment());
    consumer.pause(unplaced);
  }

  /** Looks up the place of each partition that has none, and lets it be read from there. */
  void settle() throws SQLException {
    var waiting = Set.copyOf(unplaced);
    if (waiting.isEmpty()) {
      return;
    }
    var beginnings = consumer.beginningOffsets(waiting);
    var ends = consumer.endOffsets(waiting);
    var committed = consumer.committed(waiting);
    for (var partition : waiting) {
      long beginning = Objects.requireNonNull(beginnings.get(partition));
      long end = Objects.requireNonNull(ends.get(partition));
      var position = place(partition, beginning, end);
      var mark = committed.get(partition);
      if (mark == null) {
        // Marked before anything is stored: later, a missing mark cannot mean missing receipts.
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(position.nextOffset())));
      }
      long start =
          mark == null ? position.nextOffset() : Math.min(mark.offset(), position.nextOffset());
      placed.put(partition, position);
      consumer.seek(partition, start);
      LOG.info(
          "{} is stored up to offset {}, reading from {}", partition, position.nextOffset(), start);
    }
    unplaced.removeAll(waiting);
    consumer.resume(waiting);
  }

  /** Where the store stands in a partition that is being read. */
  Position of(TopicPartition partition) {
    return Objects.requireNonNull(placed.get(partition), "a partition is placed before it is read");
  }

  void advanced(List<PositionStep> steps) {
    for (var step : steps) {
      placed.put(step.partition(), new Position(step.from().topicId(), step.next()));
    }
  }

  private Position place(TopicPartition partition, long beginning, long end) throws SQLException {
    var topicId = topicIds.of(partition.topic());
    var position = store.position(partition, new Position(topicId, beginning));
    if (position.nextOffset() <= end) {
      return position;
    }
    LOG.warn(
        "{} ends at offset {} but the store has read up to {}: the broker has lost records",
        partition,
        end,
        position.nextOffset());
    store.move(List.of(new PositionStep(partition, position, end)));
    return new Position(topicId, end);
  }
}
