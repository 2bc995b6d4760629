package org.copytaster.console.lag;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The first record at or after an offset: where it stands and when it was written. Each is read
 * once and remembered as long as somebody asks for it; of what is read nothing else is kept.
 */
final class OldestRecords {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration ONE_POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<Place, Found> known = new HashMap<>();

  /** From where on somebody has not read. */
  record Place(TopicPartition partition, long offset) {}

  /**
   * A record, at {@code offset}, and when it was written: epoch milliseconds.
   *
   * @param there false if there is none up to the end, only marks of transactions
   */
  record Found(long offset, long timestamp, boolean there) {}

  /**
   * @param consumer for this alone; it sees committed records only
   */
  OldestRecords(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * The first record of each place; what cannot be read in time is left out.
   *
   * @param ends of the partitions
   */
  Map<Place, Found> of(Set<Place> places, Map<TopicPartition, Long> ends) {
    // where there was none there may be one now
    known.keySet().retainAll(places);
    known.values().removeIf(found -> !found.there());
    var missing = new ArrayDeque<>(places);
    missing.removeIf(known::containsKey);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!missing.isEmpty() && System.nanoTime() < deadline) {
      read(round(missing), ends, deadline);
    }
    return Map.copyOf(known);
  }

  /** Takes as many as can be read at once: a consumer is at one place of a partition. */
  private static Map<TopicPartition, Place> round(ArrayDeque<Place> missing) {
    var round = new HashMap<TopicPartition, Place>();
    var taken = new HashSet<Place>();
    for (var place : missing) {
      if (round.putIfAbsent(place.partition(), place) == null) {
        taken.add(place);
      }
    }
    missing.removeAll(taken);
    return round;
  }

  private void read(
      Map<TopicPartition, Place> round, Map<TopicPartition, Long> ends, long deadline) {
    consumer.assign(round.keySet());
    round.forEach((partition, place) -> consumer.seek(partition, place.offset()));
    var open = new HashSet<>(round.keySet());
    while (!open.isEmpty() && System.nanoTime() < deadline) {
      var records = consumer.poll(ONE_POLL);
      for (var partition : records.partitions()) {
        if (open.remove(partition)) {
          var first = records.records(partition).get(0);
          known.put(
              Objects.requireNonNull(round.get(partition)),
              new Found(first.offset(), first.timestamp(), true));
        }
      }
      for (var partition : List.copyOf(open)) {
        long end = Objects.requireNonNullElse(ends.get(partition), 0L);
        if (consumer.position(partition, PATIENCE) >= end) {
          open.remove(partition);
          known.put(Objects.requireNonNull(round.get(partition)), new Found(end, 0, false));
        }
      }
      consumer.pause(
          round.keySet().stream().filter(partition -> !open.contains(partition)).toList());
    }
    consumer.assign(List.of());
  }
}
