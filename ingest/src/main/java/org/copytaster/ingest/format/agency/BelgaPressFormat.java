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
 * Answers of Belga's search in the press: articles of other publishers, often only their
 * beginnings.
 */
public final class BelgaPressFormat implements ArticleFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("uuid", "uri"),
          Map.entry("title", "headline"),
          Map.entry("lead", "description_html"),
          Map.entry("publishDate", "versioncreated"),
          Map.entry("createDate", "firstcreated"),
          Map.entry("source", "creditline"));

  @Override
  public String name() {
    return "belga-press";
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
    return paths.contains("data/uuid") && paths.contains("data/mediumType");
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var json = JsonCopy.read(copy);
    var items = new ArrayList<JsonNode>();
    for (var each : ShapedItems.list(json.root().path("data"))) {
      items.add(item(each));
    }
    return ShapedItems.read(items, copy, json);
  }

  /** The lead and the body; a lead alone points to an article and is none. */
  private static ObjectNode item(JsonNode item) throws UnreadableCopy {
    var shaped = ShapedItems.renamed(item, NAMES);
    shaped.put("type", "article");
    var body = item.path("body").asText("");
    if (!body.isBlank() && !item.path("body").isNull()) {
      var lead = item.path("lead").asText("");
      shaped.put("body_html", "<div>" + lead + "</div><div>" + body + "</div>");
    }
    return shaped;
  }
}
