package org.copytaster.formats.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.schemas.record.Signal;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Atom 1.0 (RFC 4287) with deleted entries (RFC 6721), which are kills. A feed or a single entry.
 */
public final class AtomFormat implements ArticleFormat {

  private static final Set<String> TAKEN =
      Set.of(
          "id",
          "title",
          "updated",
          "published",
          "author",
          "content",
          "summary",
          "category",
          "rights",
          "link");

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "atom", List.of("application/atom+xml", "application/xml", "text/xml"), List.of(".atom"));
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    var root = glimpse.root().orElse("");
    return root.equals("feed")
        || (Set.of("entry", "deleted-entry").contains(root)
            && (glimpse.text().contains("http://www.w3.org/2005/Atom")
                || glimpse.text().contains("tombstones")));
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var root = xml.root();
    var entries = root.tagName().equals("feed") ? List.copyOf(root.children()) : List.of(root);
    var readings = new ArrayList<Reading>();
    for (var element : entries) {
      if (element.tagName().equals("deleted-entry")) {
        readings.add(deleted(new FeedEntry(element, copy, xml.repairs())));
      } else if (element.tagName().equals("entry")) {
        readings.add(reading(new FeedEntry(element, copy, xml.repairs()), root));
      }
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "a feed without entries"));
    }
    return readings;
  }

  private static Reading deleted(FeedEntry entry) {
    var ref = entry.element.attr("ref");
    if (ref.isBlank()) {
      return unreadable();
    }
    entry
        .draft
        .guid(ref)
        .versionCreated(entry.element.attr("when"))
        .pubStatus("canceled")
        .signal(Signal.KILL)
        .edNote(entry.text("comment"));
    return entry.draft.reading();
  }

  private static Reading unreadable() {
    return new Reading.Unreadable(List.of(new FieldProblem("guid", "is missing: no id")));
  }

  private static Reading reading(FeedEntry entry, Element feed) {
    var guid = entry.first("id");
    var link = link(entry);
    if (guid.isEmpty() && link.isEmpty() && entry.element.text().isBlank()) {
      return unreadable();
    }
    var own = guid.isEmpty() ? link : guid;
    if (own.isEmpty()) {
      own = FeedEntry.identity(entry.draft, entry.text("title"), "", entry.element.text());
    }
    entry
        .draft
        .guid(own)
        .url(link)
        .versionCreated(entry.first("updated", "modified", "published"))
        .firstCreated(entry.first("published", "issued"))
        .headline(title(entry.child("title")))
        .byline(authors(entry))
        .usageTerms(entry.text("rights"))
        .language(language(entry.element));
    for (var category : entry.children("category")) {
      entry.subject(category.attr("scheme"), category.attr("term"), category.attr("label"));
    }
    body(entry);
    if (feed.tagName().equals("feed")) {
      entry.draft.extra(
          "feed",
          title(
              feed.children().stream()
                  .filter(c -> c.tagName().equals("title"))
                  .findFirst()
                  .orElse(null)));
    }
    entry.rest(TAKEN);
    return entry.reading(own);
  }

  private static String title(@Nullable Element title) {
    var text = Markup.line(title);
    return title != null && title.attr("type").equals("html") ? RssFormat.plain(text) : text;
  }

  private static String authors(FeedEntry entry) {
    return entry.children("author").stream()
        .map(author -> Markup.line(author.selectFirst("name")))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String link(FeedEntry entry) {
    for (var link : entry.children("link")) {
      var rel = link.attr("rel").toLowerCase(Locale.ROOT);
      if (rel.isEmpty() || rel.equals("alternate")) {
        return FeedEntry.resolved(inherited(entry.element, "base"), link.attr("href"));
      }
    }
    return "";
  }

  private static String language(Element element) {
    return inherited(element, "lang");
  }

  /** An attribute of the element or of the nearest one around it that has it. */
  private static String inherited(Element element, String attribute) {
    for (Element at = element; at != null; at = at.parent()) {
      if (!at.attr(attribute).isBlank()) {
        return at.attr(attribute);
      }
    }
    return "";
  }

  private static void body(FeedEntry entry) {
    var content = entry.child("content");
    var summary = entry.child("summary");
    var body = content == null ? new BodyBuilder() : text(content);
    var brief = summary == null ? new BodyBuilder() : text(summary);
    if (body.isEmpty() && !brief.isEmpty()) {
      entry.draft.body(brief).extra("body", "summary");
    } else {
      entry.draft.body(body).extra("summary", brief.text());
    }
    if (content != null && body.isEmpty()) {
      entry.draft.extra("content", content.attr("src"));
    }
  }

  /** HTML stands escaped in text; XHTML is markup of its own. */
  private static BodyBuilder text(Element element) {
    var type = element.attr("type").toLowerCase(Locale.ROOT);
    if (type.contains("html") && !type.contains("xhtml")) {
      return PostText.paragraphs(element.wholeText());
    }
    if (type.contains("xml") || type.contains("xhtml")) {
      return Markup.paragraphs(element);
    }
    var paragraphs = new BodyBuilder();
    for (var paragraph : element.wholeText().split("\\n[ \\t\\r]*\\n", -1)) {
      paragraphs.add(paragraph);
    }
    return type.isEmpty() || type.startsWith("text") ? paragraphs : new BodyBuilder();
  }
}
