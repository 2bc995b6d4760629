package org.copytaster.ingest.format.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.ingest.format.ninjs.NinjsItem;
import org.copytaster.ingest.json.JsonCopy;
import org.copytaster.ingest.json.JsonFields;

/** Items of an interface under ninjs's names, read as ninjs. */
final class ShapedItems {

  private static final int MOST_ITEMS = 10_000;

  private ShapedItems() {}

  /** The value itself, or what is in it if it is a list. */
  static List<JsonNode> list(JsonNode value) {
    var items = new ArrayList<JsonNode>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else if (value.isObject()) {
      items.add(value);
    }
    return items;
  }

  /** An item with other names for its fields; what is no object is refused. */
  static ObjectNode renamed(JsonNode item, Map<String, String> names) throws UnreadableCopy {
    if (!item.isObject()) {
      throw new UnreadableCopy("", "must hold items that are JSON objects");
    }
    return JsonFields.renamed(item, names);
  }

  /** Reads all; what is wrong with one of several is its own affair. */
  static List<Reading> read(List<? extends JsonNode> items, Copy copy, JsonCopy json)
      throws UnreadableCopy {
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw new UnreadableCopy("", "must hold from 1 to " + MOST_ITEMS + " items");
    }
    var readings = new ArrayList<Reading>();
    for (var item : items) {
      try {
        readings.addAll(NinjsItem.read(item, copy, json.repairs()));
      } catch (UnreadableCopy e) {
        if (items.size() == 1) {
          throw e;
        }
        readings.add(new Reading.Unreadable(e.problems()));
      }
    }
    return readings;
  }
}
