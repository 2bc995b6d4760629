package org.copytaster.formats.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.json.JsonCopy;
import org.copytaster.schemas.record.Signal;

/**
 * ActivityPub: an outbox, an activity, or a text for itself. A text that is created or changed is
 * an article, one that is deleted a kill; what is liked or followed is no text.
 */
public final class ActivityFormat implements ArticleFormat {

  private static final int MOST_ITEMS = 10_000;
  private static final Set<String> LISTS =
      Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");
  private static final Set<String> CARRIERS = Set.of("Create", "Update", "Announce", "Add");

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "activitypub",
        List.of("application/activity+json", "application/ld+json", "application/json"),
        List.of());
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    var keys = glimpse.keys();
    return keys.contains("@context")
        && keys.contains("type")
        && glimpse.text().contains("www.w3.org/ns/activitystreams");
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var json = JsonCopy.read(copy);
    var readings = new ArrayList<Reading>();
    for (var item : items(json.root())) {
      readings.add(item(item, new Draft(copy, json.repairs())));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "a collection without items in it"));
    }
    return readings;
  }

  private static List<JsonNode> items(JsonNode root) throws UnreadableCopyException {
    var items = new ArrayList<JsonNode>();
    if (!LISTS.contains(type(root))) {
      items.add(root);
      return items;
    }
    var page = root.path("first").isObject() ? root.path("first") : root;
    for (var name : List.of("orderedItems", "items")) {
      var list = page.path(name).isMissingNode() ? root.path(name) : page.path(name);
      for (var item : list.isObject() ? List.of(list) : list) {
        items.add(item);
      }
    }
    if (items.size() > MOST_ITEMS) {
      throw new UnreadableCopyException("items", "must be at most " + MOST_ITEMS);
    }
    return items;
  }

  private static Reading item(JsonNode item, Draft draft) {
    var type = type(item);
    var object = item.path("object");
    if (type.equals("Delete") || type.equals("Tombstone")) {
      return deleted(item, draft);
    }
    if (CARRIERS.contains(type) && object.isObject()) {
      if (type.equals("Update")) {
        draft.signal(Signal.UPDATE);
      }
      draft.extra("activity", type).extra("actor", ActivityText.name(item.path("actor")));
      return new ActivityText(object, draft).reading();
    }
    if (!object.isMissingNode() || !item.isObject()) {
      return new Reading.NotText(item.path("id").asText(""), "an activity without a text");
    }
    return new ActivityText(item, draft).reading();
  }

  /** The guid is that of what is deleted, which may be named by its address alone. */
  private static Reading deleted(JsonNode item, Draft draft) {
    var object = item.has("object") ? item.path("object") : item;
    var id = object.isTextual() ? object.asText() : object.path("id").asText("");
    if (id.isBlank()) {
      return new Reading.NotText("", "a deletion that names nothing");
    }
    draft
        .guid(id)
        .versionCreated(object.path("deleted").asText(item.path("published").asText("")))
        .pubStatus("canceled")
        .signal(Signal.KILL);
    return draft.reading();
  }

  /** The type, or the first of several. */
  static String type(JsonNode node) {
    var type = node.path("type");
    return type.isArray() ? type.path(0).asText("") : type.asText("");
  }
}
