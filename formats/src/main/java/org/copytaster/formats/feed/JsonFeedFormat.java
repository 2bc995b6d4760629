package org.copytaster.formats.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Subject;

/** JSON Feed 1.0 and 1.1. */
public final class JsonFeedFormat implements ArticleFormat {

  private static final int DEEPEST = 32;
  private static final int MOST_ITEMS = 10_000;
  private static final Set<String> TAKEN =
      Set.of(
          "id",
          "url",
          "title",
          "content_html",
          "content_text",
          "summary",
          "image",
          "date_published",
          "date_modified",
          "author",
          "authors",
          "tags",
          "language");

  private final ObjectReader json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build()
          .readerFor(JsonNode.class);

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "json-feed", List.of("application/feed+json", "application/json"), List.of(".json"));
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    var keys = glimpse.keys();
    return keys.contains("version")
        && keys.contains("items")
        && glimpse.text().contains("jsonfeed.org");
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var decoded = copy.decoded(false);
    var feed = parse(decoded.text());
    var readings = new ArrayList<Reading>();
    if (feed.path("items").size() > MOST_ITEMS) {
      throw new UnreadableCopyException("items", "must be at most " + MOST_ITEMS);
    }
    for (var item : feed.path("items")) {
      readings.add(reading(item, feed, new Draft(copy, decoded.repairs())));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "a feed without entries"));
    }
    return readings;
  }

  private JsonNode parse(String text) throws UnreadableCopyException {
    try {
      JsonNode root = json.readValue(text);
      if (root == null || !root.isObject()) {
        throw new UnreadableCopyException("", "must be one JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      var at =
          where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
      throw new UnreadableCopyException("", "is not valid JSON" + at);
    }
  }

  private static Reading reading(JsonNode item, JsonNode feed, Draft draft) {
    var id = item.path("id").asText(item.path("url").asText(""));
    var guid = id.isBlank() ? identity(item, draft) : id;
    if (guid.isBlank()) {
      return new Reading.Unreadable(List.of(new FieldProblem("guid", "is missing: no id")));
    }
    var body = body(item);
    var summary = item.path("summary").asText("");
    boolean brief = body.isEmpty();
    if (brief) {
      body.add(summary);
    }
    draft.headline(item.path("title").asText(""));
    FeedEntry.heed(draft);
    if (body.isEmpty() && draft.article().getPubStatus() != PubStatus.CANCELED) {
      return new Reading.NotText(guid, "an entry without text");
    }
    var published = item.path("date_published").asText("");
    draft
        .guid(guid)
        .url(FeedEntry.resolved(feed.path("home_page_url").asText(""), item.path("url").asText("")))
        .firstCreated(published)
        .versionCreated(item.path("date_modified").asText(published))
        .byline(authors(item))
        .language(item.path("language").asText(feed.path("language").asText("")))
        .body(body)
        .extra(brief ? "body" : "summary", brief ? "summary" : summary)
        .extra("feed", feed.path("title").asText(""));
    for (var tag : item.path("tags")) {
      draft.subject(Subject.newBuilder().setName(tag.asText(null)).build());
    }
    if (item.path("image").isTextual()) {
      draft.picture(new Picture(item.path("image").asText(), null, null));
    }
    rest(item, draft);
    return draft.reading();
  }

  private static String identity(JsonNode item, Draft draft) {
    var title = item.path("title").asText("");
    var text = item.path("content_html").asText(item.path("content_text").asText(""));
    var said = text.isBlank() ? item.path("summary").asText("") : text;
    return title.isBlank() && said.isBlank() ? "" : FeedEntry.identity(draft, title, "", said);
  }

  /** Keeps what no field holds. */
  private static void rest(JsonNode item, Draft draft) {
    for (var field : item.properties()) {
      if (!TAKEN.contains(field.getKey())) {
        var value = field.getValue();
        draft.extra(field.getKey(), value.isContainerNode() ? value.toString() : value.asText());
      }
    }
  }

  private static BodyBuilder body(JsonNode item) {
    var html = item.path("content_html").asText("");
    if (!html.isBlank()) {
      return PostText.paragraphs(html);
    }
    var paragraphs = new BodyBuilder();
    for (var paragraph : item.path("content_text").asText("").split("\\n[ \\t\\r]*\\n", -1)) {
      paragraphs.add(paragraph);
    }
    return paragraphs;
  }

  private static String authors(JsonNode item) {
    var authors = item.path("authors");
    if (!authors.isArray()) {
      return (authors.isObject() ? authors : item.path("author")).path("name").asText("");
    }
    return StreamSupport.stream(authors.spliterator(), false)
        .map(author -> author.path("name").asText(""))
        .filter(name -> !name.isBlank())
        .collect(Collectors.joining(", "));
  }
}
