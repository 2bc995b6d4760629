package org.copytaster.formats.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Items as Superdesk keeps them in its archive, from its production and archive interfaces. */
public final class SuperdeskFormat extends ShapedFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(Map.entry("_current_version", "version"), Map.entry("embargo", "embargoed"));

  /** A reader; it holds no state and may be shared. */
  public SuperdeskFormat() {
    super("superdesk", NAMES);
  }

  @Override
  boolean recognises(Set<String> paths) {
    return (paths.contains("guid") || paths.contains("_items/guid"))
        && (paths.contains("unique_name")
            || paths.contains("_items/unique_name")
            || paths.contains("family_id")
            || paths.contains("_items/family_id"));
  }

  @Override
  JsonNode items(JsonNode root) {
    return root.has("_items") ? root.path("_items") : root;
  }

  /** A killed item says so in its state; a flag keeps others from being published. */
  @Override
  void shape(ObjectNode shaped, JsonNode item, JsonNode root) {
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
    countedVersion(shaped);
  }
}
