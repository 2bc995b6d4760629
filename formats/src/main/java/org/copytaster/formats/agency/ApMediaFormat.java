package org.copytaster.formats.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/**
 * AP's Media API: one item or a feed of them. The text is in another file that it links to, unless
 * an archive has put it in here.
 */
public final class ApMediaFormat extends ShapedFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("description_creditline", "creditline"),
          Map.entry("provider", "creditline"),
          Map.entry("bylines", "byline"));

  /** A reader; it holds no state and may be shared. */
  public ApMediaFormat() {
    super("ap-media", NAMES);
  }

  @Override
  boolean recognises(Set<String> paths) {
    return (paths.contains("data/item/altids/itemid")
        || paths.contains("data/items/item/altids")
        || paths.contains("data/items/item/uri"));
  }

  /** Each stands in an envelope of its own. */
  @Override
  JsonNode items(JsonNode root) {
    var data = root.path("data");
    var envelopes = data.has("items") ? data.path("items") : data;
    var items = JsonNodeFactory.instance.arrayNode();
    if (envelopes.isArray()) {
      envelopes.forEach(each -> items.add(each.path("item")));
    } else if (envelopes.isObject()) {
      items.add(envelopes.path("item"));
    }
    return items;
  }

  /**
   * The identity without the parts that change with the version, and the text where there is one.
   */
  @Override
  void shape(ObjectNode shaped, JsonNode item, JsonNode root) {
    var itemid = item.path("altids").path("itemid");
    if (itemid.isTextual()) {
      shaped.set("ap:uri", item.path("uri"));
      shaped.set("uri", itemid);
    }
    countedVersion(shaped);
    var byline = byline(item.path("bylines"));
    shaped.put("byline", byline.isEmpty() ? item.path("byline").asText("") : byline);
    var nitf = root.path("nitf").path("body_html");
    if (nitf.isTextual() && !root.path("data").has("items")) {
      shaped.set("body_html", nitf);
    }
    shaped.set("url", canonical(item.path("links")));
    signals(item, shaped);
  }

  private static String byline(JsonNode bylines) {
    var names = new ArrayList<String>();
    for (var each : bylines) {
      var by = each.path("by").asText(each.path("name").asText(""));
      if (!by.isBlank()) {
        names.add(by);
      }
    }
    return String.join(", ", names);
  }

  private static JsonNode canonical(JsonNode links) {
    for (var link : links) {
      if (link.path("rel").asText("").equals("canonical")) {
        return link.path("href");
      }
    }
    return links.path("none");
  }

  /** AP says kill and correction in the type of the edit. */
  private static void signals(JsonNode item, ObjectNode shaped) {
    if (item.path("editorialtypes").isArray()) {
      var signals = shaped.putArray("signals");
      item.path("signals").forEach(signals::add);
      item.path("editorialtypes").forEach(signals::add);
    }
  }
}
