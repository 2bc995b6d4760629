package org.copytaster.ingest.format.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copytaster.ingest.copy.ArticleFormat;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.ingest.json.JsonCopy;

/**
 * AP's Media API: one item or a feed of them. The text is in another file that it links to, unless
 * an archive has put it in here.
 */
public final class ApMediaFormat implements ArticleFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("description_creditline", "creditline"),
          Map.entry("provider", "creditline"),
          Map.entry("bylines", "byline"));

  @Override
  public String name() {
    return "ap-media";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("application/json");
  }

  @Override
  public List<String> endings() {
    return List.of(".json");
  }

  @Override
  public boolean recognises(Glimpse glimpse) {
    var paths = glimpse.paths();
    return (paths.contains("data/item/altids/itemid")
        || paths.contains("data/items/item/altids")
        || paths.contains("data/items/item/uri"));
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var json = JsonCopy.read(copy);
    var items = new ArrayList<JsonNode>();
    var data = json.root().path("data");
    for (var each : ShapedItems.list(data.has("items") ? data.path("items") : data)) {
      items.add(item(each.path("item"), json.root()));
    }
    return ShapedItems.read(items, copy, json);
  }

  /**
   * The identity without the parts that change with the version, and the text where there is one.
   */
  private static ObjectNode item(JsonNode item, JsonNode root) throws UnreadableCopy {
    var shaped = ShapedItems.renamed(item, NAMES);
    var itemid = item.path("altids").path("itemid");
    if (itemid.isTextual()) {
      shaped.set("ap:uri", item.path("uri"));
      shaped.set("uri", itemid);
    }
    if (item.path("version").isNumber()) {
      shaped.put("version", item.path("version").asText());
    }
    var byline = byline(item.path("bylines"));
    shaped.put("byline", byline.isEmpty() ? item.path("byline").asText("") : byline);
    var nitf = root.path("nitf").path("body_html");
    if (nitf.isTextual() && !root.path("data").has("items")) {
      shaped.set("body_html", nitf);
    }
    shaped.set("url", canonical(item.path("links")));
    return signals(item, shaped);
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
  private static ObjectNode signals(JsonNode item, ObjectNode shaped) {
    if (item.path("editorialtypes").isArray()) {
      var signals = shaped.putArray("signals");
      item.path("signals").forEach(signals::add);
      item.path("editorialtypes").forEach(signals::add);
    }
    return shaped;
  }
}
