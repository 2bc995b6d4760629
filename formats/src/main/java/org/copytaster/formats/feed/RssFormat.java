package org.copytaster.formats.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.copytaster.schemas.record.Picture;
import org.jsoup.nodes.Element;

/**
 * RSS 2.0 with the modules content, dc, media and atom, RSS 1.0, and WordPress's export (WXR),
 * which is RSS with the posts' states. An entry whose only text is its summary has that as its
 * body, and says so in {@code extra}.
 */
public final class RssFormat implements ArticleFormat {

  private static final Set<String> TAKEN =
      Set.of(
          "title",
          "link",
          "guid",
          "pubDate",
          "date",
          "creator",
          "source",
          "author",
          "description",
          "encoded",
          "category",
          "subject",
          "language",
          "rights",
          "modified",
          "status",
          "post_date",
          "post_date_gmt",
          "post_modified_gmt");

  private static final Pattern AGGREGATED = Pattern.compile("<(?:ol|ul|a)\\b");

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "rss",
        List.of("application/rss+xml", "application/rdf+xml", "application/xml", "text/xml"),
        List.of(".rss", ".rdf"));
  }

  /** RDF is RSS only where it says so. */
  @Override
  public boolean recognises(CopyHead glimpse) {
    var root = glimpse.root().orElse("");
    return root.equals("rss")
        || (root.equals("RDF")
            && (glimpse.text().contains("purl.org/rss/1.0")
                || glimpse.text().contains("my.netscape.com/rdf")));
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var readings = new ArrayList<Reading>();
    var channel = xml.root().selectFirst("channel");
    for (var item : xml.root().select("item")) {
      var entry = new FeedEntry(item, copy, xml.repairs());
      readings.add(reading(entry, channel == null ? xml.root() : channel));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "a feed without entries"));
    }
    return readings;
  }

  private static Reading reading(FeedEntry entry, Element channel) {
    var link = FeedEntry.resolved(child(channel, "link"), link(entry));
    var guid = guid(entry, link);
    if (guid.isEmpty() && !entry.element.text().isBlank()) {
      guid = identity(entry);
    }
    if (guid.isEmpty()) {
      return new Reading.Unreadable(
          List.of(new FieldProblem("guid", "is missing: the item has no guid, link or text")));
    }
    var type = entry.text("post_type");
    boolean inherits = entry.text("status").equalsIgnoreCase("inherit");
    if (inherits || (!type.isEmpty() && !type.equals("post") && !type.equals("page"))) {
      type = type.isEmpty() ? "attachment" : type;
      return new Reading.NotText(guid, "a WordPress " + type);
    }
    var source = entry.text("source");
    entry.draft.guid(guid).url(link).headline(title(entry, source)).creditline(source);
    times(entry);
    entry
        .draft
        .byline(entry.first("creator", "author"))
        .usageTerms(
            entry.first("rights").isEmpty() ? child(channel, "copyright") : entry.first("rights"))
        .language(
            entry.text("language").isEmpty() ? child(channel, "language") : entry.text("language"));
    status(entry);
    subjects(entry);
    body(entry);
    picture(entry);
    entry.draft.extra("channel", child(channel, "title"));
    entry.rest(TAKEN);
    return entry.reading(guid);
  }

  private static String child(Element parent, String name) {
    return parent.children().stream()
        .filter(child -> child.tagName().equals(name) && !child.text().isBlank())
        .findFirst()
        .map(Markup::line)
        .orElse("");
  }

  private static String link(FeedEntry entry) {
    for (var link : entry.children("link")) {
      var address = link.text().isBlank() ? link.attr("href") : link.text().strip();
      if (!address.isBlank()) {
        return address;
      }
    }
    return "";
  }

  private static String identity(FeedEntry entry) {
    var carried = entry.child("enclosure");
    return FeedEntry.identity(
        entry.draft,
        entry.text("title"),
        carried == null ? "" : carried.attr("url"),
        entry.text("description"));
  }

  /** Google News puts the paper behind the title, which {@code source} names. */
  private static String title(FeedEntry entry, String source) {
    var title = plain(entry.text("title"));
    var behind = " - " + source;
    return !source.isEmpty() && title.endsWith(behind)
        ? title.substring(0, title.length() - behind.length())
        : title;
  }

  private static String guid(FeedEntry entry, String link) {
    var guid = entry.first("guid", "identifier");
    var about = entry.element.attr("about");
    return !guid.isEmpty() ? guid : !about.isEmpty() ? about : link;
  }

  /** WordPress writes its own clocks beside; those in UTC need no zone. */
  private static void times(FeedEntry entry) {
    var gmt = entry.text("post_date_gmt");
    var published = entry.first("pubDate", "date", "published", "issued");
    if (gmt.startsWith("0000")) {
      gmt = "";
    }
    var first = gmt.isEmpty() ? published : gmt + " UTC";
    var modified = entry.first("post_modified_gmt");
    var changed = entry.first("updated", "modified");
    entry.draft.firstCreated(first);
    if (!modified.isEmpty() && !modified.startsWith("0000")) {
      entry.draft.versionCreated(modified + " UTC");
    } else {
      entry.draft.versionCreated(changed.isEmpty() ? first : changed);
    }
  }

  /** What WordPress has not published must not go out; what it has binned is a kill. */
  private static void status(FeedEntry entry) {
    var status = entry.text("status").toLowerCase(Locale.ROOT);
    if (status.isEmpty()) {
      return;
    }
    switch (status) {
      case "publish" -> entry.draft.pubStatus("usable");
      case "trash" -> entry.draft.pubStatus("canceled");
      case "future" -> entry.draft.pubStatus("usable").embargoed(due(entry));
      default -> entry.draft.pubStatus("withheld").extra("status", status);
    }
  }

  private static String due(FeedEntry entry) {
    var gmt = entry.text("post_date_gmt");
    return gmt.isEmpty() ? entry.first("pubDate", "post_date", "status") : gmt + " UTC";
  }

  private static void subjects(FeedEntry entry) {
    for (var category : entry.children("category")) {
      entry.subject(category.attr("domain"), category.attr("nicename"), Markup.line(category));
    }
    for (var subject : entry.children("subject")) {
      entry.subject(null, null, Markup.line(subject));
    }
  }

  private static void body(FeedEntry entry) {
    var encoded =
        entry.children("encoded").stream()
            .map(Element::wholeText)
            .filter(text -> !text.isBlank())
            .findFirst();
    var description = entry.child("description");
    var summary = description == null ? "" : description.wholeText();
    var longer = longer(entry, summary);
    var body = PostText.paragraphs(lines(encoded.orElse(longer)));
    boolean listed = aggregated(entry, body);
    entry.draft.body(listed ? headlineOnly(entry) : body);
    if (encoded.isEmpty() && !body.isEmpty() && !listed) {
      entry.draft.extra("body", "summary");
    }
    if (encoded.isPresent() || listed || !longer.equals(summary)) {
      entry.draft.extra("description", summary);
    }
  }

  /** Podcasts have a short text and a long one, under either name. */
  private static String longer(FeedEntry entry, String summary) {
    return entry.children("summary").stream()
        .map(Element::wholeText)
        .filter(text -> text.strip().length() > summary.strip().length())
        .findFirst()
        .orElse(summary);
  }

  /** Whether all there is are titles of other papers, as Google News lists them. */
  private static boolean aggregated(FeedEntry entry, BodyBuilder body) {
    var description = entry.child("description");
    var html = description == null ? "" : description.wholeText();
    return !body.isEmpty()
        && AGGREGATED.matcher(html.strip()).lookingAt()
        && html.contains("news.google.");
  }

  private static BodyBuilder headlineOnly(FeedEntry entry) {
    entry.draft.repair("body:from-headline");
    var headline = entry.draft.article().getHeadline();
    return new BodyBuilder().add(headline == null ? "" : headline);
  }

  /** WordPress keeps paragraphs as blank lines, without markup. */
  static String lines(String html) {
    return html.matches("(?is).*<p\\b.*")
        ? html
        : html.replaceAll("\\r?\\n[ \\t]*\\r?\\n", "<p>").replaceAll("\\r?\\n", "<br>");
  }

  private static void picture(FeedEntry entry) {
    for (var media : entry.element.select("content[url], thumbnail[url], enclosure[url]")) {
      var type = media.attr("type") + media.attr("medium");
      if (type.isEmpty() || type.startsWith("image")) {
        entry.draft.picture(
            new Picture(
                media.attr("url"),
                Markup.line(entry.element.selectFirst("content description, content > text")),
                Markup.line(entry.element.selectFirst("credit"))));
        return;
      }
    }
  }

  /** Titles are text by the letter of RSS and HTML in practice. */
  static String plain(String title) {
    return title.indexOf('<') < 0 && title.indexOf('&') < 0
        ? title
        : Markup.line(Markup.html(title));
  }
}
