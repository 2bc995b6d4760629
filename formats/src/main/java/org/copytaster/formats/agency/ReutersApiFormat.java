package org.copytaster.formats.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Items of Reuters' content API. */
public final class ReutersApiFormat extends ShapedFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("bodyXhtml", "body_xhtml"),
          Map.entry("slug", "slugline"),
          Map.entry("caption", "description_text"));

  /** A reader; it holds no state and may be shared. */
  public ReutersApiFormat() {
    super("reuters-api", NAMES);
  }

  @Override
  boolean recognises(Set<String> paths) {
    return paths.contains("data/item/bodyXhtml") || paths.contains("data/item/usn");
  }

  @Override
  JsonNode items(JsonNode root) {
    return root.path("data").path("item");
  }

  @Override
  void shape(ObjectNode shaped, JsonNode item, JsonNode root) {
    countedVersion(shaped);
  }
}
