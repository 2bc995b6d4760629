package org.copytaster.formats.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Answers of Belga's search in the press: articles of other publishers, often only their
 * beginnings.
 */
public final class BelgaPressFormat extends ShapedFormat {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("uuid", "uri"),
          Map.entry("title", "headline"),
          Map.entry("lead", "description_html"),
          Map.entry("publishDate", "versioncreated"),
          Map.entry("createDate", "firstcreated"),
          Map.entry("source", "creditline"));

  /** A reader; it holds no state and may be shared. */
  public BelgaPressFormat() {
    super("belga-press", NAMES);
  }

  @Override
  boolean recognises(Set<String> paths) {
    return paths.contains("data/uuid") && paths.contains("data/mediumType");
  }

  @Override
  JsonNode items(JsonNode root) {
    return root.path("data");
  }

  /** The lead and the body; a lead alone points to an article and is none. */
  @Override
  void shape(ObjectNode shaped, JsonNode item, JsonNode root) {
    shaped.put("type", "article");
    var body = item.path("body").asText("");
    if (!body.isBlank() && !item.path("body").isNull()) {
      var lead = item.path("lead").asText("");
      shaped.put("body_html", "<div>" + lead + "</div><div>" + body + "</div>");
    }
  }
}
