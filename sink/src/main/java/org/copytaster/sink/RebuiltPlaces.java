package org.copytaster.sink;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where a store that is built again stands in the topics that it is built of. */
final class RebuiltPlaces {

  private final ArticleStore store;
  private final Map<TopicPartition, Position> beginnings = new HashMap<>();
  private final Map<TopicPartition, Position> places = new HashMap<>();

  /** Asks for the id of each topic once; {@code offsets} are where the partitions begin. */
  RebuiltPlaces(ArticleStore store, TopicIds topicIds, Map<TopicPartition, Long> offsets) {
    this.store = store;
    var ids = new HashMap<String, String>();
    offsets.forEach(
        (partition, offset) ->
            beginnings.put(
                partition,
                new Position(ids.computeIfAbsent(partition.topic(), topicIds::of), offset)));
  }

  Map<TopicPartition, Position> beginnings() {
    return Map.copyOf(beginnings);
  }

  /** Looks up where the store stands; where it does not know a partition, at its beginning. */
  void lookUp() throws SQLException {
    for (var each : beginnings.entrySet()) {
      places.put(each.getKey(), store.position(each.getKey(), each.getValue()));
    }
  }

  /** Whether nothing has been stored of any partition. */
  boolean atBegin() {
    return places.equals(beginnings);
  }

  Map<TopicPartition, Long> offsets() {
    var offsets = new HashMap<TopicPartition, Long>();
    places.forEach((partition, position) -> offsets.put(partition, position.nextOffset()));
    return offsets;
  }

  /** Steps to {@code next}; partitions that do not move are left out. */
  List<PositionStep> steps(Map<TopicPartition, Long> next) {
    var steps = new ArrayList<PositionStep>();
    places.forEach(
        (partition, from) -> {
          long to = next.getOrDefault(partition, from.nextOffset());
          if (to > from.nextOffset()) {
            steps.add(new PositionStep(partition, from, to));
          }
        });
    return steps;
  }

  /** Steps on the spot, which fail as soon as a sink has moved a position. */
  List<PositionStep> standing() {
    var steps = new ArrayList<PositionStep>();
    places.forEach(
        (partition, from) -> steps.add(new PositionStep(partition, from, from.nextOffset())));
    return steps;
  }

  void advanced(List<PositionStep> steps) {
    for (var step : steps) {
      places.put(step.partition(), new Position(step.from().topicId(), step.next()));
    }
  }
}
