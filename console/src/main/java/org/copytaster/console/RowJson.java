package org.copytaster.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of the store as JSON: each column of the query in its order, {@code version_created} under
 * the name {@code versionCreated}. What is null is left out; times are ISO 8601, UTC.
 */
final class RowJson {

  private RowJson() {}

  /** The row that {@code rows} stands at. */
  static ObjectNode of(ResultSet rows) throws SQLException {
    var node = ArticleJson.JSON.createObjectNode();
    var columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      var value = value(rows, i, columns.getColumnTypeName(i));
      if (value != null) {
        node.set(name(columns.getColumnLabel(i)), value);
      }
    }
    return node;
  }

  private static @Nullable JsonNode value(ResultSet rows, int column, String type)
      throws SQLException {
    return switch (type) {
      case "text" -> node(rows.getString(column));
      case "int4" -> node(rows.getObject(column, Integer.class));
      case "bool" -> node(rows.getObject(column, Boolean.class));
      case "int8" -> node(rows.getObject(column, Long.class));
      case "timestamptz" -> node(time(rows.getObject(column, OffsetDateTime.class)));
      case "json" -> parsed(rows.getString(column));
      default -> throw new IllegalStateException("a column of type " + type + " has no form");
    };
  }

  private static @Nullable JsonNode node(@Nullable Object value) {
    return value == null ? null : ArticleJson.JSON.valueToTree(value);
  }

  private static @Nullable String time(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant().toString();
  }

  private static @Nullable JsonNode parsed(@Nullable String json) {
    try {
      return json == null ? null : ArticleJson.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store's JSON columns hold JSON only", e);
    }
  }

  private static String name(String column) {
    var name = new StringBuilder();
    for (int i = 0; i < column.length(); i++) {
      char c = column.charAt(i);
      name.append(i > 0 && column.charAt(i - 1) == '_' ? Character.toUpperCase(c) : c);
    }
    return name.toString().replace("_", "");
  }
}
