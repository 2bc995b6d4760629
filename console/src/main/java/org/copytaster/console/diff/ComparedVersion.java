package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A version as it is compared.
 *
 * @param article its fields under IPTC's names; a missing node where they are not known
 * @param text headline, byline, dateline and body in one
 * @param tags the zones, entities and timexes of the text, whose offsets are UTF-16; a missing node
 *     where there are none
 */
public record ComparedVersion(JsonNode article, String text, JsonNode tags) {

  /** A text of which nothing else is known. */
  public static ComparedVersion ofText(String text) {
    return new ComparedVersion(MissingNode.getInstance(), text, MissingNode.getInstance());
  }

  /** BCP 47; empty where it is not known. */
  String language() {
    var found = tags.path("language").asText("");
    return found.isEmpty() ? article.path("language").asText("") : found;
  }
}
