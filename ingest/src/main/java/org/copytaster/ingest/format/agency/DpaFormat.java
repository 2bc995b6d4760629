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

/** dpa's digital wire. */
public final class DpaFormat implements ArticleFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("urn", "uri"),
          Map.entry("article_html", "body_html"),
          Map.entry("version_created", "versioncreated"),
          Map.entry("first_created", "firstcreated"),
          Map.entry("teaser", "description_text"));

  @Override
  public String name() {
    return "dpa-digitalwire";
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
    return (paths.contains("urn") || paths.contains("entries/urn"))
        && (paths.contains("article_html") || paths.contains("entries/article_html"));
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var json = JsonCopy.read(copy);
    var items = new ArrayList<JsonNode>();
    var root = json.root();
    for (var each : ShapedItems.list(root.has("entries") ? root.path("entries") : root)) {
      items.add(item(each));
    }
    return ShapedItems.read(items, copy, json);
  }

  /** Categories are subjects; the type of each is its scheme. */
  private static ObjectNode item(JsonNode item) throws UnreadableCopy {
    var shaped = ShapedItems.renamed(item, NAMES);
    shaped.put("type", "text");
    if (item.path("version").isNumber()) {
      shaped.put("version", item.path("version").asText());
    }
    if (item.path("categories").isArray()) {
      shaped.set("subject", item.path("categories"));
    }
    return shaped;
  }
}
