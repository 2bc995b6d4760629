package org.copytaster.formats.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.Subject;

/** A Note, an Article or another text of ActivityStreams. */
final class ActivityText {

  private static final Set<String> MEDIA = Set.of("Image", "Video", "Audio", "Document");

  /** By which what everybody may read is addressed. */
  private static final Set<String> PUBLIC =
      Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

  private static final Set<String> TAKEN =
      Set.of(
          "@context",
          "id",
          "type",
          "name",
          "nameMap",
          "content",
          "contentMap",
          "published",
          "updated",
          "url",
          "attributedTo",
          "tag",
          "to",
          "cc",
          "mediaType",
          "attachment",
          "image",
          "source",
          "replies",
          "likes",
          "shares");

  private final JsonNode text;
  private final Draft draft;

  ActivityText(JsonNode text, Draft draft) {
    this.text = text;
    this.draft = draft;
  }

  Reading reading() {
    var guid = text.path("id").asText("");
    var content = content();
    if (MEDIA.contains(ActivityFormat.type(text)) || content.isBlank()) {
      return new Reading.NotText(guid, "an object without text");
    }
    if (guid.isBlank()) {
      return new Reading.Unreadable(List.of(new FieldProblem("guid", "is missing: no id")));
    }
    draft
        .guid(guid)
        .headline(RssFormat.plain(first("name")))
        .firstCreated(text.path("published").asText(""))
        .versionCreated(text.path("updated").asText(text.path("published").asText("")))
        .url(address(text.path("url")))
        .byline(byline());
    FeedEntry.heed(draft);
    audience();
    tags();
    picture();
    for (var field : text.properties()) {
      rest(field);
    }
    boolean plain = text.path("mediaType").asText("text/html").startsWith("text/plain");
    var body = PostText.paragraphs(plain ? RssFormat.lines(escaped(content)) : content);
    return body.isEmpty()
        ? new Reading.NotText(guid, "an object without text")
        : draft.body(body).reading();
  }

  private void rest(Map.Entry<String, JsonNode> field) {
    if (!TAKEN.contains(field.getKey()) && !field.getValue().isNull()) {
      var value = field.getValue();
      draft.extra(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
    }
  }

  private static String escaped(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** The content, and its language where the map has the same under one. */
  private String content() {
    var content = text.path("content").asText("");
    for (var each : text.path("contentMap").properties()) {
      if (content.isEmpty() || content.equals(each.getValue().asText()) || one("contentMap")) {
        draft.language(each.getKey());
        return content.isEmpty() ? each.getValue().asText("") : content;
      }
    }
    return content;
  }

  private boolean one(String map) {
    return text.path(map).size() == 1;
  }

  private String first(String field) {
    var value = text.path(field).asText("");
    var map = text.path(field + "Map");
    return value.isEmpty() && !map.isEmpty() ? map.elements().next().asText("") : value;
  }

  /** Names of writers; those that are told by their addresses only are kept as such. */
  private String byline() {
    var names = new ArrayList<String>();
    var writers = text.path("attributedTo");
    for (var writer : writers.isArray() ? writers : List.of(writers)) {
      if (writer.isObject()) {
        names.add(name(writer));
      } else {
        draft.extra("attributedTo", writer.asText(""));
      }
    }
    names.removeIf(String::isBlank);
    return String.join(", ", names);
  }

  static String name(JsonNode actor) {
    return actor.isTextual()
        ? actor.asText()
        : actor.path("name").asText(actor.path("id").asText(""));
  }

  /** What is addressed to some people only is nobody else's to publish. */
  private void audience() {
    var to = new ArrayList<String>();
    for (var field : List.of("to", "cc")) {
      var all = text.path(field);
      for (var each : all.isArray() ? all : List.of(all)) {
        to.add(each.asText(""));
      }
    }
    to.removeIf(String::isBlank);
    if (!to.isEmpty() && to.stream().noneMatch(PUBLIC::contains)) {
      draft.pubStatus("withheld").repair("pubStatus:not-public");
    }
  }

  private void tags() {
    for (var tag : text.path("tag")) {
      if (ActivityFormat.type(tag).equals("Hashtag")) {
        draft.subject(
            Subject.newBuilder()
                .setName(tag.path("name").asText("").replaceFirst("^#", ""))
                .build());
      }
    }
  }

  private void picture() {
    for (var field : List.of("image", "attachment")) {
      var all = text.path(field);
      for (var each : all.isArray() ? all : List.of(all)) {
        boolean image =
            field.equals("image") || each.path("mediaType").asText("image").startsWith("image");
        var address = address(each.path("url"));
        if (image && !address.isEmpty()) {
          draft.picture(new Picture(address, each.path("name").asText(""), null));
          return;
        }
      }
    }
  }

  /** An address as a text, as a link, or the page among several links. */
  private static String address(JsonNode url) {
    if (!url.isArray()) {
      return url.isObject() ? url.path("href").asText("") : url.asText("");
    }
    for (var each : url) {
      if (each.path("mediaType").asText("").startsWith("text/html")) {
        return each.path("href").asText("");
      }
    }
    return url.isEmpty() ? "" : address(url.path(0));
  }
}
