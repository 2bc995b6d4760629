package org.copytaster.formats.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.json.JsonCopy;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Subject;

/** Posts as the REST interface of WordPress gives them: one, or a list. */
public final class WordPressFormat implements ArticleFormat {

  private static final int MOST_ITEMS = 10_000;
  private static final Set<String> TAKEN =
      Set.of(
          "guid",
          "link",
          "title",
          "content",
          "date_gmt",
          "modified_gmt",
          "date",
          "modified",
          "status",
          "_embedded",
          "_links",
          "yoast_head");

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofJson("wordpress");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    var paths = glimpse.paths();
    return paths.contains("title/rendered")
        && (paths.contains("content/rendered") || paths.contains("excerpt/rendered"));
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var json = JsonCopy.read(copy);
    var root = json.root();
    var readings = new ArrayList<Reading>();
    if (root.size() > MOST_ITEMS && root.isArray()) {
      throw new UnreadableCopyException("", "must hold at most " + MOST_ITEMS + " posts");
    }
    for (var post : root.isArray() ? root : List.of(root)) {
      readings.add(post(post, new Draft(copy, json.repairs())));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "a list without posts"));
    }
    return readings;
  }

  private static Reading post(JsonNode post, Draft draft) {
    var link = post.path("link").asText("");
    var guid = rendered(post.path("guid"));
    guid = guid.isBlank() ? link : guid;
    if (guid.isBlank()) {
      return new Reading.Unreadable(
          List.of(new FieldProblem("guid", "is missing: no guid, no link")));
    }
    var type = post.path("type").asText("post");
    if (!Set.of("post", "page").contains(type) && post.path("content").isMissingNode()) {
      return new Reading.NotText(guid, "a WordPress attachment or menu");
    }
    draft.guid(guid).url(link).headline(RssFormat.plain(rendered(post.path("title"))));
    draft
        .firstCreated(time(post, "date"))
        .versionCreated(
            post.has("modified_gmt") || post.has("modified") ? time(post, "modified") : "");
    status(post, draft);
    draft.byline(writers(post));
    embedded(post.path("_embedded"), draft);
    var body = html(rendered(post.path("content")));
    if (body.isEmpty()) {
      body = html(rendered(post.path("excerpt")));
      draft.extra("body", body.isEmpty() ? "" : "summary");
    } else {
      draft.extra("excerpt", html(rendered(post.path("excerpt"))).text());
    }
    rest(post, draft);
    return body.isEmpty() && draft.article().getPubStatus() != PubStatus.CANCELED
        ? new Reading.NotText(guid, "a post without text")
        : draft.body(body).reading();
  }

  /** As it is shown, or, to whoever may edit it, as it was written. */
  private static String rendered(JsonNode field) {
    return field.isTextual()
        ? field.asText()
        : field.path("rendered").asText(field.path("raw").asText(""));
  }

  private static BodyBuilder html(String html) {
    return PostText.paragraphs(RssFormat.lines(html));
  }

  /** The clock in UTC, or else that of the site, whose zone is not told. */
  private static String time(JsonNode post, String field) {
    var gmt = post.path(field + "_gmt").asText("");
    return gmt.isBlank() || gmt.startsWith("0000") ? post.path(field).asText("") : gmt + "Z";
  }

  private static void status(JsonNode post, Draft draft) {
    var status = post.path("status").asText("publish").toLowerCase(Locale.ROOT);
    switch (status) {
      case "publish" -> draft.pubStatus("usable");
      case "trash" -> draft.pubStatus("canceled");
      case "future" -> draft.pubStatus("usable").embargoed(time(post, "date"));
      default -> draft.pubStatus("withheld").extra("status", status);
    }
    if (post.path("content").path("protected").asBoolean()) {
      draft.pubStatus("withheld").extra("status", "protected");
    }
  }

  /** The plugins for several writers name all of them, the interface only who keyed the post. */
  private static String writers(JsonNode post) {
    var lists = List.of(post.path("coauthors"), post.path("authors"), post.at("/_embedded/author"));
    for (var list : lists) {
      var names = new ArrayList<String>();
      for (var writer : list) {
        var name = writer.path("display_name").asText(writer.path("name").asText("")).strip();
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
      if (!names.isEmpty()) {
        return String.join(", ", names);
      }
    }
    return post.at("/yoast_head_json/author").asText("");
  }

  /** What the interface adds where it is asked to: terms and the picture. */
  private static void embedded(JsonNode embedded, Draft draft) {
    for (var terms : embedded.path("wp:term")) {
      for (var term : terms) {
        draft.subject(
            Subject.newBuilder()
                .setScheme(term.path("taxonomy").asText(null))
                .setCode(term.path("slug").asText(null))
                .setName(term.path("name").asText(null))
                .build());
      }
    }
    var media = embedded.path("wp:featuredmedia").path(0);
    if (media.path("source_url").isTextual()) {
      draft.picture(
          new Picture(
              media.path("source_url").asText(),
              html(rendered(media.path("caption"))).text(),
              null));
    }
  }

  private static void rest(JsonNode post, Draft draft) {
    for (var field : post.properties()) {
      var value = field.getValue();
      if (!TAKEN.contains(field.getKey()) && !field.getKey().equals("excerpt")) {
        draft.extra(
            field.getKey(),
            value.isValueNode() ? value.asText() : value.isEmpty() ? "" : value.toString());
      }
    }
  }
}
