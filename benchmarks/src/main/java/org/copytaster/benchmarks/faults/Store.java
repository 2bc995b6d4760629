package org.copytaster.benchmarks.faults;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads the store past everything of ours. */
final class Store {

  private final String url;
  private final Properties properties = new Properties();

  /** The store that these variables lead to. */
  Store(Map<String, String> variables) {
    this.url = variables.getOrDefault("COPYTASTER_DATABASE_URL", "");
    properties.setProperty("user", variables.getOrDefault("COPYTASTER_DATABASE_USER", ""));
    properties.setProperty("password", variables.getOrDefault("COPYTASTER_DATABASE_PASSWORD", ""));
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "60");
  }

  /** What becomes of a row. */
  interface Row<R> {
    R of(ResultSet row) throws SQLException;
  }

  /** What is done with a row. */
  interface Each {
    void of(ResultSet row) throws SQLException;
  }

  /** All rows of a query with these values. */
  <R> List<R> rows(String query, Row<R> row, Object... values) throws SQLException {
    var all = new ArrayList<R>();
    each(query, found -> all.add(row.of(found)), values);
    return all;
  }

  /** Hands over each row; does not hold them all, however many there are. */
  void each(String query, Each each, Object... values) throws SQLException {
    try (var connection = DriverManager.getConnection(url, properties)) {
      connection.setAutoCommit(false); // the driver fetches in portions within a transaction only
      try (var statement = connection.prepareStatement(query)) {
        statement.setFetchSize(500);
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        try (var found = statement.executeQuery()) {
          while (found.next()) {
            each.of(found);
          }
        }
      }
    }
  }

  /** Whether this guid is there. */
  boolean has(String guid) {
    try {
      return !rows("select 1 from articles where guid = ?", row -> 1, guid).isEmpty();
    } catch (SQLException e) {
      return false;
    }
  }
}
