package org.copytaster.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The table {@code consumer_positions}. */
final class Positions {

  private static final String READ =
      "select topic_id, next_offset from consumer_positions where topic = ? and partition = ?";

  /** A topic of another id is a new one: offsets of the old one mean nothing there. */
  private static final String BEGIN =
      """
      insert into consumer_positions (topic, partition, topic_id, next_offset) values (?, ?, ?, ?)
      on conflict (topic, partition) do update
        set topic_id = excluded.topic_id, next_offset = excluded.next_offset
        where consumer_positions.topic_id <> excluded.topic_id
      """;

  private static final String ADVANCE =
      """
      update consumer_positions set next_offset = ?
      where topic = ? and partition = ? and topic_id = ? and next_offset = ?
      """;

  private static final Comparator<PositionStep> IN_ONE_ORDER =
      Comparator.comparing((PositionStep a) -> a.partition().topic())
          .thenComparing(a -> a.partition().partition());

  private Positions() {}

  static Optional<Position> read(Connection connection, TopicPartition partition)
      throws SQLException {
    try (var statement = connection.prepareStatement(READ)) {
      statement.setString(1, partition.topic());
      statement.setInt(2, partition.partition());
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Position(rows.getString(1), rows.getLong(2)))
            : Optional.empty();
      }
    }
  }

  /** Writes {@code position} unless the partition already has one in a topic of the same id. */
  static void begin(Connection connection, TopicPartition partition, Position position)
      throws SQLException {
    try (var statement = connection.prepareStatement(BEGIN)) {
      statement.setString(1, partition.topic());
      statement.setInt(2, partition.partition());
      statement.setString(3, position.topicId());
      statement.setLong(4, position.nextOffset());
      statement.executeUpdate();
    }
  }

  /**
   * Moves the positions, always in one order, so that two sinks that both believe to own the same
   * partitions wait for each other and do not deadlock.
   *
   * @throws FencedException if one does not stand where it is expected
   */
  static void advance(Connection connection, List<PositionStep> steps) throws SQLException {
    try (var statement = connection.prepareStatement(ADVANCE)) {
      for (var step : steps.stream().sorted(IN_ONE_ORDER).toList()) {
        statement.setLong(1, step.next());
        statement.setString(2, step.partition().topic());
        statement.setInt(3, step.partition().partition());
        statement.setString(4, step.from().topicId());
        statement.setLong(5, step.from().nextOffset());
        if (statement.executeUpdate() == 0) {
          throw new FencedException(step);
        }
      }
    }
  }
}
