package org.copytaster.console.where;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** What the store knows of an article: its versions, and what was called back and by whom. */
final class StoreHops {

  private static final int MOST = 200;
  private static final String VERSIONS =
      """
      select version, pub_status, received_at, enriched_at, stored_at from article_versions
      where guid = ? order by stored_at desc limit %d
      """
          .formatted(MOST);
  private static final String RECALLS =
      """
      select id, kind, version, issued_at from recalls
      where guid = ? order by issued_at desc limit %d
      """
          .formatted(MOST);
  private static final String ACKNOWLEDGEMENTS =
      """
      select a.recall_id, a.subscriber, a.acknowledged_at, a.note, r.version from acknowledgements a
      join recalls r on r.id = a.recall_id where r.guid = ? order by a.acknowledged_at desc limit %d
      """
          .formatted(MOST);

  private final DataSource pool;

  StoreHops(DataSource pool) {
    this.pool = pool;
  }

  /** What is shown of an article now. */
  record Current(int version, String status, Instant storedAt) {}

  Optional<Current> current(String guid) throws SQLException {
    var sql = "select version, pub_status, stored_at from articles where guid = ?";
    var found = new ArrayList<Current>();
    try (var connection = pool.getConnection()) {
      each(
          connection,
          sql,
          guid,
          row -> found.add(new Current(row.getInt(1), row.getString(2), time(row, 3))));
    }
    return found.stream().findFirst();
  }

  /**
   * All hops of a guid.
   *
   * @param told versions that have a receipt of the store, which says the same and more
   */
  List<Hop> of(String guid, Set<Integer> told) throws SQLException {
    var hops = new ArrayList<Hop>();
    try (var connection = pool.getConnection()) {
      each(connection, VERSIONS, guid, row -> versions(row, told, hops));
      each(
          connection,
          RECALLS,
          guid,
          row ->
              hops.add(
                  hop(time(row, 4), 60, "recalled")
                      .version(row.getInt(3))
                      .with("decision", row.getString(2).toLowerCase(java.util.Locale.ROOT))
                      .with("recall", row.getString(1))));
      each(
          connection,
          ACKNOWLEDGEMENTS,
          guid,
          row ->
              hops.add(
                  hop(time(row, 3), 70, "acknowledged")
                      .version(row.getInt(5))
                      .with("by", row.getString(2))
                      .with("recall", row.getString(1))
                      .with("reason", row.getString(4))));
    }
    return hops;
  }

  static Hop hop(Instant time, int order, String what) {
    return new Hop(time, order, what, JsonNodeFactory.instance.objectNode());
  }

  private static void versions(ResultSet row, Set<Integer> told, List<Hop> hops)
      throws SQLException {
    int version = row.getInt(1);
    hops.add(hop(time(row, 3), 0, "received").version(version));
    hops.add(hop(time(row, 4), 40, "tagged").version(version).with("service", "enrich"));
    if (!told.contains(version)) {
      hops.add(hop(time(row, 5), 50, "stored").version(version).with("service", "sink"));
    }
  }

  /** What is done with a row. */
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, String guid, Row row)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, guid);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          row.take(rows);
        }
      }
    }
  }

  private static Instant time(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
