package org.copytaster.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * In which partitions a removal still stands in the segment that the broker writes to, where it has
 * no effect: compaction leaves that segment alone, and the broker closes it with the next record
 * only. Where none comes within the lag, one has to be written.
 */
final class OpenSegments {

  private final Map<TopicPartition, Instant> removals = new HashMap<>();
  private final Duration lag;

  /**
   * Nothing was removed yet.
   *
   * @param lag after which the broker closes a segment at the next record
   */
  OpenSegments(Duration lag) {
    this.lag = lag;
  }

  /** A letter was taken away at {@code time}. */
  void removed(TopicPartition partition, Instant time) {
    removals.merge(partition, time, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Another record was written at {@code time}; one that comes late enough closes the segment. */
  void written(TopicPartition partition, Instant time) {
    removals.computeIfPresent(
        partition, (at, removed) -> time.isAfter(removed.plus(lag)) ? null : removed);
  }

  /** Where a record has to be written now. */
  List<TopicPartition> due(Instant now) {
    return removals.entrySet().stream()
        .filter(each -> now.isAfter(each.getValue().plus(lag)))
        .map(Map.Entry::getKey)
        .toList();
  }

  void forget(Collection<TopicPartition> gone) {
    gone.forEach(removals::remove);
  }
}
