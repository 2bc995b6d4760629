package org.copytaster.formats.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.json.JsonCopy;
import org.copytaster.formats.json.JsonFields;
import org.copytaster.formats.ninjs.NinjsItem;

/**
 * JSON of an agency's interface whose items, under ninjs's names, are read as ninjs. What differs
 * from one to the other is how it is told, where its items stand, and what their fields are called.
 */
abstract class ShapedFormat implements ArticleFormat {

  private final String name;
  private final Map<String, String> names;

  /**
   * A format.
   *
   * @param names ninjs's name for each of its own
   */
  ShapedFormat(String name, Map<String, String> names) {
    this.name = name;
    this.names = names;
  }

  /** Whether copy with these paths of fields is of this kind. */
  abstract boolean recognises(Set<String> paths);

  /** The item or the list of items in the copy. */
  abstract JsonNode items(JsonNode root);

  /**
   * Puts right what another name does not.
   *
   * @param shaped the item under ninjs's names; is changed
   */
  abstract void shape(ObjectNode shaped, JsonNode item, JsonNode root);

  @Override
  public final FormatSigns signs() {
    return FormatSigns.ofJson(name);
  }

  @Override
  public final boolean recognises(CopyHead glimpse) {
    return recognises(glimpse.paths());
  }

  @Override
  public final List<Reading> read(Copy copy) throws UnreadableCopyException {
    var json = JsonCopy.read(copy);
    var shaped = new ArrayList<JsonNode>();
    for (var item : list(items(json.root()))) {
      if (!item.isObject()) {
        throw new UnreadableCopyException("", "must hold items that are JSON objects");
      }
      var object = JsonFields.renamed(item, names);
      shape(object, item, json.root());
      shaped.add(object);
    }
    return NinjsItem.readAll(shaped, copy, json);
  }

  /** A version that is a number is no slip in an interface that counts so. */
  static void countedVersion(ObjectNode shaped) {
    if (shaped.path("version").isNumber()) {
      shaped.put("version", shaped.path("version").asText());
    }
  }

  /** The value itself, or what is in it if it is a list. */
  private static List<JsonNode> list(JsonNode value) {
    var items = new ArrayList<JsonNode>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else if (value.isObject()) {
      items.add(value);
    }
    return items;
  }
}
