package org.copytaster.formats.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.json.JsonCopy;

/** ninjs items: one, a list, or a list in an envelope as interfaces answer. */
public final class NinjsFormat implements ArticleFormat {

  private static final List<String> ENVELOPES =
      List.of("items", "_items", "item", "data", "results");

  /** What stands beside the identity in ninjs and hardly anywhere else. */
  private static final Set<String> OWN =
      Set.of(
          "versioncreated",
          "pubstatus",
          "representationtype",
          "headlines",
          "bodies",
          "body_html",
          "body_text",
          "body_xhtml",
          "copyrightholder",
          "standard",
          "$standard",
          "eventdetails",
          "plannedcoverage",
          "description_text",
          "descriptions",
          "renditions",
          "associations",
          "altids",
          "mimetype",
          "usageterms",
          "slugline",
          "headline",
          "urgency",
          "byline",
          "ednote",
          "embargoed",
          "profile",
          "title",
          "located",
          "type",
          "version");

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "ninjs",
        List.of("application/vnd.iptc.ninjs+json", "application/ninjs+json", "application/json"),
        List.of(".json", ".ninjs"));
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    var paths =
        glimpse.paths().stream()
            .map(path -> path.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return item(paths, "")
        || ENVELOPES.stream().anyMatch(envelope -> item(paths, envelope + "/"))
        || item(paths, "data/items/");
  }

  private static boolean item(Set<String> paths, String under) {
    var names =
        paths.stream()
            .filter(path -> path.startsWith(under))
            .map(path -> path.substring(under.length()))
            .filter(path -> path.indexOf('/') < 0)
            .collect(Collectors.toSet());
    boolean uri = names.contains("uri");
    long own = names.stream().filter(OWN::contains).count();
    return (uri && (under.isEmpty() || own > 1)) || (names.contains("guid") && own > 1);
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var json = JsonCopy.read(copy);
    return NinjsItem.readAll(items(json.root()), copy, json);
  }

  private static List<JsonNode> items(JsonNode root) {
    var node = root;
    for (int depth = 0;
        depth < 3 && !node.isArray() && !node.has("uri") && !node.has("guid");
        depth++) {
      for (var envelope : ENVELOPES) {
        if (node.path(envelope).isContainerNode()) {
          node = node.path(envelope);
          break;
        }
      }
    }
    var items = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(items::add);
    } else {
      items.add(node);
    }
    return items;
  }
}
