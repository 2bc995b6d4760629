package org.copytaster.formats.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** dpa's digital wire. */
public final class DpaFormat extends ShapedFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("urn", "uri"),
          Map.entry("article_html", "body_html"),
          Map.entry("version_created", "versioncreated"),
          Map.entry("first_created", "firstcreated"),
          Map.entry("teaser", "description_text"));

  /** A reader; it holds no state and may be shared. */
  public DpaFormat() {
    super("dpa-digitalwire", NAMES);
  }

  @Override
  boolean recognises(Set<String> paths) {
    return (paths.contains("urn") || paths.contains("entries/urn"))
        && (paths.contains("article_html") || paths.contains("entries/article_html"));
  }

  @Override
  JsonNode items(JsonNode root) {
    return root.has("entries") ? root.path("entries") : root;
  }

  /** Categories are subjects; the type of each is its scheme. */
  @Override
  void shape(ObjectNode shaped, JsonNode item, JsonNode root) {
    shaped.put("type", "text");
    countedVersion(shaped);
    if (item.path("categories").isArray()) {
      shaped.set("subject", item.path("categories"));
    }
  }
}
