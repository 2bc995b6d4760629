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

/** Items as Superdesk keeps them in its archive, from its production and archive interfaces. */
public final class SuperdeskFormat implements ArticleFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(Map.entry("_current_version", "version"), Map.entry("embargo", "embargoed"));

  @Override
  public String name() {
    return "superdesk";
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
    return (paths.contains("guid") || paths.contains("_items/guid"))
        && (paths.contains("unique_name")
            || paths.contains("_items/unique_name")
            || paths.contains("family_id")
            || paths.contains("_items/family_id"));
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var json = JsonCopy.read(copy);
    var items = new ArrayList<JsonNode>();
    var root = json.root();
    for (var each : ShapedItems.list(root.has("_items") ? root.path("_items") : root)) {
      items.add(item(each));
    }
    return ShapedItems.read(items, copy, json);
  }

  /** A killed item says so in its state; a flag keeps others from being published. */
  private static ObjectNode item(JsonNode item) throws UnreadableCopy {
    var shaped = ShapedItems.renamed(item, NAMES);
    if (item.path("_current_version").isNumber()) {
      shaped.set("version", item.path("_current_version")); // the other is its source's
    }
    var state = item.path("state").asText("");
    if (state.equals("killed") || state.equals("recalled")) {
      shaped.put("pubstatus", "canceled");
      shaped.put("signal", "kill");
    } else if (state.equals("corrected")) {
      shaped.put("signal", "correction");
    } else if (item.path("flags").path("marked_for_not_publication").asBoolean()) {
      shaped.put("pubstatus", "withheld");
    }
    var embargo = item.path("schedule_settings").path("utc_embargo");
    if (embargo.isTextual() && !shaped.has("embargoed")) {
      shaped.set("embargoed", embargo);
    }
    if (shaped.path("version").isNumber()) {
      shaped.put("version", shaped.path("version").asText());
    }
    return shaped;
  }
}
