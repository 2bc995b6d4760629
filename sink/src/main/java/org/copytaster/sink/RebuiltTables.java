package org.copytaster.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** The tables before they are built again. */
final class RebuiltTables {

  private static final String FULL =
      """
      select exists (select 1 from articles) or exists (select 1 from recalls)
        or exists (select 1 from acknowledgements) or exists (select 1 from consumer_positions)
      """;

  private static final String SINKS =
      """
      select exists (select 1 from pg_stat_activity
        where datname = current_database() and application_name = 'copytaster-sink')
      """;

  private static final String EMPTY =
      "truncate articles, recalls, acknowledgements, consumer_positions cascade";

  private final DataSource pool;

  RebuiltTables(DataSource pool) {
    this.pool = pool;
  }

  /** Whether a sink has a connection to this very database. */
  boolean hasSinks() throws SQLException {
    return says(SINKS);
  }

  boolean isEmpty() throws SQLException {
    return !says(FULL);
  }

  /**
   * Notes where the building starts, before anything is written: a sink that comes too early starts
   * there as well, and is noticed.
   *
   * @param emptied whether all tables lose all that they have
   */
  void begin(Map<TopicPartition, Position> places, boolean emptied) throws SQLException {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      if (emptied) {
        try (var statement = connection.createStatement()) {
          statement.execute(EMPTY);
        }
      }
      for (var place : places.entrySet()) {
        Positions.begin(connection, place.getKey(), place.getValue());
      }
      connection.commit();
    }
  }

  private boolean says(String query) throws SQLException {
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
