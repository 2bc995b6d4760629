package org.copytaster.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** Articles of the store as they are answered, under IPTC's names. */
final class ArticleJson {

  static final ObjectMapper JSON = new ObjectMapper();

  /** What the store keeps of an article as it was received and in no column. */
  private static final List<String> RECEIVED =
      List.of(
          "publicationDates",
          "picture",
          "repairs",
          "extra",
          "format",
          "original",
          "readAgainAt",
          "life",
          "corrects",
          "evolvedFrom",
          "substitutes",
          "substitutedBy");

  private ArticleJson() {}

  /** A row of a list: what a reader needs to choose, and where the list goes on after it. */
  static ObjectNode summary(ResultSet row, Search.Order order) throws SQLException {
    var node = RowJson.of(row);
    node.remove("newsTime");
    var time = row.getObject(order.column(), OffsetDateTime.class).toInstant();
    return node.put("cursor", new SearchCursor(time, row.getString("guid")).text());
  }

  /** The whole article with its tags at the top level, as {@code tag} prints them; bounded. */
  static ObjectNode whole(ResultSet row) throws SQLException {
    var node = JSON.createObjectNode();
    for (var column : RowJson.of(row).properties()) {
      switch (column.getKey()) {
        case "received" -> received(node, column.getValue());
        case "tags" -> node.setAll((ObjectNode) column.getValue());
        default -> node.set(column.getKey(), column.getValue());
      }
    }
    AnsweredTags.bound(node);
    return node;
  }

  private static void received(ObjectNode node, JsonNode article) {
    for (var field : RECEIVED) {
      var value = article.path(field);
      boolean said = value.isContainerNode() ? !value.isEmpty() : !value.asText().isEmpty();
      if (said) {
        node.set(field, value);
      }
    }
  }
}
