package org.copytaster.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the store as JSON under IPTC's names. Fields without a value are left out. */
final class ArticleJson {

  static final ObjectMapper JSON = new ObjectMapper();

  private ArticleJson() {}

  /** A row of a list: what a reader needs to choose, and where the list goes on after it. */
  static ObjectNode summary(ResultSet row, Search.Order order) throws SQLException {
    var node = JSON.createObjectNode();
    identity(node, row);
    text(node, "headline", row.getString("headline"));
    text(node, "slugline", row.getString("slugline"));
    text(node, "source", row.getString("source"));
    time(node, "versionCreated", row, "version_created");
    time(node, "receivedAt", row, "received_at");
    time(node, "storedAt", row, "stored_at");
    kill(node, row);
    node.put("entityCount", row.getInt("entity_count"));
    node.put("timexCount", row.getInt("timex_count"));
    node.set("topEntities", parsed(row.getString("top_entities")));
    var time = row.getObject(order.column(), OffsetDateTime.class).toInstant();
    return node.put("cursor", new Cursor(time, row.getString("guid")).text());
  }

  /** The whole article with its tags at the top level, as {@code tag} prints them. */
  static ObjectNode whole(ResultSet row) throws SQLException {
    var node = JSON.createObjectNode();
    identity(node, row);
    text(node, "language", row.getString("language"));
    time(node, "versionCreated", row, "version_created");
    time(node, "firstCreated", row, "first_created");
    time(node, "embargoed", row, "embargoed");
    for (var field : ArticleTables.TEXT_FIELDS.entrySet()) {
      text(node, field.getKey(), row.getString(field.getValue()));
    }
    if (!isKill(row)) {
      node.set("subjects", parsed(row.getString("subjects")));
    }
    text(node, "source", row.getString("source"));
    text(node, "contentHash", row.getString("content_hash"));
    time(node, "receivedAt", row, "received_at");
    time(node, "enrichedAt", row, "enriched_at");
    time(node, "storedAt", row, "stored_at");
    kill(node, row);
    if (row.getString("tags") != null) {
      page(node, parsed(row.getString("received")));
      node.put("text", row.getString("text"));
      node.setAll((ObjectNode) parsed(row.getString("tags")));
    }
    node.set("engines", parsed(row.getString("engines")));
    return node;
  }

  /** What only an article from a page has, as it was received. */
  private static void page(ObjectNode node, JsonNode received) {
    for (var field : List.of("publicationDates", "picture", "repairs")) {
      if (received.has(field)) {
        node.set(field, received.get(field));
      }
    }
  }

  static ObjectNode version(ResultSet row) throws SQLException {
    var node = JSON.createObjectNode();
    node.put("version", row.getInt("version"));
    node.put("pubStatus", row.getString("pub_status"));
    text(node, "signal", row.getString("signal"));
    time(node, "versionCreated", row, "version_created");
    time(node, "receivedAt", row, "received_at");
    time(node, "storedAt", row, "stored_at");
    text(node, "headline", row.getString("headline"));
    return node;
  }

  private static void identity(ObjectNode node, ResultSet row) throws SQLException {
    node.put("guid", row.getString("guid")).put("version", row.getInt("version"));
    node.put("pubStatus", row.getString("pub_status"));
    text(node, "signal", row.getString("signal"));
    var urgency = row.getObject("urgency", Integer.class);
    if (urgency != null) {
      node.put("urgency", urgency);
    }
  }

  private static boolean isKill(ResultSet row) throws SQLException {
    return "CANCELED".equals(row.getString("pub_status"));
  }

  private static void kill(ObjectNode node, ResultSet row) throws SQLException {
    if (isKill(row)) {
      node.put("killedVersion", row.getInt("killed_version"));
      text(node, "killReason", row.getString("kill_reason"));
    }
  }

  private static void text(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  private static void time(ObjectNode node, String field, ResultSet row, String column)
      throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    if (value != null) {
      node.put(field, value.toInstant().toString());
    }
  }

  private static JsonNode parsed(@Nullable String json) {
    try {
      return json == null ? JSON.createArrayNode() : JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store's JSON columns hold JSON only", e);
    }
  }
}
