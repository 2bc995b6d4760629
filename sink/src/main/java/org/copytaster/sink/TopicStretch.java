package org.copytaster.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads topics once, from wherever is wanted to where they end when the reading starts. */
final class TopicStretch {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;

  /** Is given what one poll brought, in the order of each partition. */
  interface Taking {
    void take(ConsumerRecords<byte[], byte[]> records) throws SQLException;
  }

  /** Is told how many offsets of how many are behind the reading. */
  interface Progress {
    void at(long done, long all);
  }

  TopicStretch(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** The partitions of {@code topic}; none if there is no such topic. */
  List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> found = consumer.listTopics(PATIENCE).getOrDefault(topic, List.of());
    return found.stream().map(each -> new TopicPartition(each.topic(), each.partition())).toList();
  }

  /** Where each of {@code partitions} begins. */
  Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
    return consumer.beginningOffsets(partitions, PATIENCE);
  }

  /** Whether none of {@code partitions} has an offset that was used and is there. */
  boolean isEmpty(Collection<TopicPartition> partitions) {
    return beginnings(partitions).equals(consumer.endOffsets(partitions, PATIENCE));
  }

  /**
   * Hands over all that stands between {@code from} and the end.
   *
   * @return the place behind the last record, which may lie behind the end that there was
   * @throws SQLException what {@code taking} throws
   */
  Map<TopicPartition, Long> read(Map<TopicPartition, Long> from, Taking taking, Progress progress)
      throws SQLException {
    consumer.assign(from.keySet());
    var ends = consumer.endOffsets(from.keySet(), PATIENCE);
    from.forEach(consumer::seek);
    long all = sum(ends) - sum(from);
    var places = places(from.keySet());
    while (behind(places, ends)) {
      var records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        taking.take(records);
      }
      places = places(from.keySet());
      progress.at(Math.min(all, sum(places) - sum(from)), all);
    }
    return places;
  }

  /** A place behind the end marker of a transaction is one too, though no record stands there. */
  private Map<TopicPartition, Long> places(Collection<TopicPartition> partitions) {
    var places = new HashMap<TopicPartition, Long>();
    for (var partition : partitions) {
      places.put(partition, consumer.position(partition, PATIENCE));
    }
    return places;
  }

  private static boolean behind(Map<TopicPartition, Long> places, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> places.getOrDefault(end.getKey(), 0L) < end.getValue());
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }
}
