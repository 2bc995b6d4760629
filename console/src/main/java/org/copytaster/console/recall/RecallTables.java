package org.copytaster.console.recall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.copytaster.schemas.record.RecallKind;

/** Reads recalls and acknowledgements in the store. */
final class RecallTables {

  /** Of strangers' acknowledgements of one recall so many are shown. */
  private static final int MOST_UNKNOWN = 50;

  private static final String ROWS =
      """
      select id, guid, kind, version, versions, versions_left_out, issued_at, reason, substitute,
        source, stored_at
      from recalls r
      """;

  /** Whose acknowledgement is expected, and is not there. */
  private static final String WAITING =
      """
      json_to_recordset(?::json) as s(name text, kinds text[], since timestamptz, within integer)
        join recalls r on r.kind = any(s.kinds) and r.issued_at >= s.since
          and not exists (select from acknowledgements a
            where a.recall_id = r.id and a.subscriber = s.name)
      """;

  private static final String ACKNOWLEDGEMENTS =
      """
      select recall_id, subscriber, acknowledged_at, note from (
        select *, row_number() over (
            partition by recall_id, subscriber = any(?) order by acknowledged_at, subscriber) as place
        from acknowledgements where recall_id = any(?)) as each
      where place <= %d or subscriber = any(?)
      order by acknowledged_at, subscriber
      """
          .formatted(MOST_UNKNOWN);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataSource pool;

  RecallTables(DataSource pool) {
    this.pool = pool;
  }

  /**
   * How many recalls somebody has not acknowledged, and how many each is late with.
   *
   * @param late by the name of the subscriber; those with none are left out
   */
  record Counts(long open, Map<String, Long> late) {}

  /** Newest first. */
  List<RecallRow> find(Question question, Subscribers subscribers) throws SQLException {
    var conditions = new ArrayList<String>();
    question.guid().ifPresent(guid -> conditions.add("r.guid = ?"));
    if (question.open()) {
      conditions.add("r.id in (select r.id from " + WAITING + ")");
    }
    var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    var sql = ROWS + where + " order by issued_at desc, id desc limit " + question.limit();
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(sql)) {
      int next = 1;
      if (question.guid().isPresent()) {
        statement.setString(next++, question.guid().get());
      }
      if (question.open()) {
        statement.setString(next, expected(subscribers));
      }
      try (var rows = statement.executeQuery()) {
        return complete(connection, rows, subscribers);
      }
    }
  }

  Optional<RecallRow> one(String id, Subscribers subscribers) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(ROWS + "where id = ?")) {
      statement.setString(1, id);
      try (var rows = statement.executeQuery()) {
        return complete(connection, rows, subscribers).stream().findFirst();
      }
    }
  }

  Counts counts(Subscribers subscribers, Instant now) throws SQLException {
    var sql =
        "select s.name, count(*) filter (where extract(epoch from r.issued_at) + s.within < ?) from "
            + WAITING
            + " group by s.name";
    var late = new TreeMap<String, Long>();
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(sql);
        var open = connection.prepareStatement("select count(distinct r.id) from " + WAITING)) {
      statement.setDouble(1, now.toEpochMilli() / 1_000.0);
      statement.setString(2, expected(subscribers));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          late.put(rows.getString(1), rows.getLong(2));
        }
      }
      open.setString(1, expected(subscribers));
      try (var rows = open.executeQuery()) {
        rows.next();
        late.values().removeIf(count -> count == 0);
        return new Counts(rows.getLong(1), late);
      }
    }
  }

  private static List<RecallRow> complete(
      Connection connection, ResultSet rows, Subscribers subscribers) throws SQLException {
    var found = new ArrayList<RecallRow>();
    while (rows.next()) {
      found.add(row(rows, List.of()));
    }
    var acknowledgements = acknowledgements(connection, found, subscribers);
    return found.stream()
        .map(row -> with(row, acknowledgements.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static Map<String, List<RecallRow.Acknowledged>> acknowledgements(
      Connection connection, List<RecallRow> rows, Subscribers subscribers) throws SQLException {
    var byRecall = new HashMap<String, List<RecallRow.Acknowledged>>();
    var known =
        connection.createArrayOf(
            "text", subscribers.all().stream().map(Subscriber::name).toArray(String[]::new));
    try (var statement = connection.prepareStatement(ACKNOWLEDGEMENTS)) {
      statement.setArray(1, known);
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", rows.stream().map(RecallRow::id).toArray(String[]::new)));
      statement.setArray(3, known);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          byRecall
              .computeIfAbsent(found.getString(1), id -> new ArrayList<>())
              .add(
                  new RecallRow.Acknowledged(
                      found.getString(2), time(found, 3), found.getString(4)));
        }
      }
    }
    return byRecall;
  }

  private static RecallRow with(RecallRow row, List<RecallRow.Acknowledged> acknowledgements) {
    return new RecallRow(
        row.id(),
        row.guid(),
        row.kind(),
        row.version(),
        row.versions(),
        row.versionsLeftOut(),
        row.issuedAt(),
        row.reason(),
        row.substitute(),
        row.source(),
        row.storedAt(),
        acknowledgements);
  }

  private static RecallRow row(ResultSet rows, List<RecallRow.Acknowledged> acknowledgements)
      throws SQLException {
    return new RecallRow(
        rows.getString(1),
        rows.getString(2),
        RecallKind.valueOf(rows.getString(3)),
        rows.getInt(4),
        list(rows.getString(5)),
        rows.getInt(6),
        time(rows, 7),
        rows.getString(8),
        rows.getString(9),
        rows.getString(10),
        time(rows, 11),
        acknowledgements);
  }

  private static String expected(Subscribers subscribers) {
    var expected = JSON.createArrayNode();
    for (var each : subscribers.all()) {
      var node = expected.addObject().put("name", each.name());
      var kinds = node.putArray("kinds");
      each.kinds().forEach(kind -> kinds.add(kind.name()));
      node.put("since", each.since().toString());
      node.put("within", (int) each.within().toSeconds());
    }
    return expected.toString();
  }

  private static Instant time(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static ArrayNode list(String json) {
    try {
      return JSON.readTree(json) instanceof ArrayNode list ? list : JSON.createArrayNode();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store's JSON columns hold JSON only", e);
    }
  }
}
