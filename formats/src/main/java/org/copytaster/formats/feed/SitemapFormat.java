package org.copytaster.formats.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;

/**
 * A news sitemap: what a paper has published of late, each with its title and address. The titles
 * are all the text there is. Addresses without news, and lists of sitemaps, are no text.
 */
public final class SitemapFormat implements ArticleFormat {

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofXml("sitemap");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return glimpse.root().filter(Set.of("urlset", "sitemapindex")::contains).isPresent();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var readings = new ArrayList<Reading>();
    for (var url : XmlTree.at(xml.root(), "url")) {
      var entry = new FeedEntry(url, copy, xml.repairs());
      readings.add(
          XmlTree.first(url, "news")
              .map(news -> reading(entry, news))
              .orElseGet(() -> new Reading.NotText(entry.text("loc"), "an address without news")));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "a list of sitemaps"));
    }
    return readings;
  }

  private static Reading reading(FeedEntry entry, Element news) {
    var address = entry.text("loc");
    var title = XmlTree.text(news, "title");
    if (title.isEmpty()) {
      return new Reading.NotText(address, "an address without a title");
    }
    var guid = address.isEmpty() ? FeedEntry.identity(entry.draft, title, "", title) : address;
    var published = XmlTree.text(news, "publication_date");
    var changed = entry.text("lastmod");
    entry
        .draft
        .guid(guid)
        .url(address)
        .headline(RssFormat.plain(title))
        .firstCreated(published)
        .versionCreated(changed.isEmpty() ? published : changed)
        .creditline(XmlTree.text(news, "publication/name"))
        .language(XmlTree.text(news, "publication/language"))
        .extra("genres", XmlTree.text(news, "genres"))
        .extra("access", XmlTree.text(news, "access"))
        .repair("body:from-headline");
    for (var keyword : XmlTree.text(news, "keywords").split(",", -1)) {
      entry.subject(null, null, keyword);
    }
    var image = entry.child("image");
    if (image != null) {
      entry.draft.extra("image", XmlTree.text(image, "loc"));
    }
    FeedEntry.heed(entry.draft);
    return entry.draft.body(new BodyBuilder().add(RssFormat.plain(title))).reading();
  }
}
