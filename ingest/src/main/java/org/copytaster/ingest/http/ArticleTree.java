package org.copytaster.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** A record as JSON, under the names of its schema; fields without a value are left out. */
final class ArticleTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ArticleTree() {}

  static ObjectNode of(IndexedRecord article) {
    var node = NODES.objectNode();
    for (var field : article.getSchema().getFields()) {
      var value = article.get(field.pos());
      if (value != null && !value.equals("")) {
        node.set(field.name(), node(value));
      }
    }
    return node;
  }

  private static JsonNode node(@Nullable Object value) {
    if (value instanceof IndexedRecord each) {
      return of(each);
    } else if (value instanceof Collection<?> list) {
      var array = NODES.arrayNode();
      list.forEach(each -> array.add(node(each)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      var object = NODES.objectNode();
      map.forEach((name, each) -> object.set(String.valueOf(name), node(each)));
      return object;
    } else if (value instanceof Integer number) {
      return NODES.numberNode(number);
    } else if (value instanceof Double number) {
      return NODES.numberNode(number);
    } else if (value instanceof Float number) {
      return NODES.numberNode(number);
    } else if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    return NODES.textNode(String.valueOf(value));
  }
}
