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

/** Items of Reuters' content API. */
public final class ReutersApiFormat implements ArticleFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("bodyXhtml", "body_xhtml"),
          Map.entry("slug", "slugline"),
          Map.entry("caption", "description_text"));

  @Override
  public String name() {
    return "reuters-api";
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
    return paths.contains("data/item/bodyXhtml") || paths.contains("data/item/usn");
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var json = JsonCopy.read(copy);
    var items = new ArrayList<JsonNode>();
    for (var each : ShapedItems.list(json.root().path("data").path("item"))) {
      items.add(item(each));
    }
    return ShapedItems.read(items, copy, json);
  }

  /** A number of a version is no part of the identity. */
  private static ObjectNode item(JsonNode item) throws UnreadableCopy {
    var shaped = ShapedItems.renamed(item, NAMES);
    if (item.path("version").isNumber()) {
      shaped.put("version", item.path("version").asText());
    }
    return shaped;
  }
}
