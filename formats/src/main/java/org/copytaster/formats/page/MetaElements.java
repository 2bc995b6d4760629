package org.copytaster.formats.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads what meta elements and links say of the article. */
final class MetaElements {

  private static final Set<String> TITLES =
      Set.of("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "hdl");

  private static final Set<String> AUTHORS =
      Set.of(
          "author",
          "article:author",
          "article:author_name",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "byl",
          "citation_author",
          "twitter:data1:author",
          "cxenseparse:author");

  private static final Set<String> PUBLISHED =
      Set.of(
          "article:published_time",
          "article:published",
          "og:published_time",
          "og:publish_date",
          "datepublished",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "published-date",
          "published_date",
          "published_time",
          "published-time",
          "published",
          "publicationdate",
          "publication_date",
          "publication-date",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dc.date",
          "dcterms.date",
          "dcterms.created",
          "dcterms.issued",
          "date",
          "article.published",
          "originalpublicationdate",
          "rnews:datepublished",
          "cxenseparse:publishtime",
          "citation_publication_date",
          "citation_date",
          "bt:pubdate",
          "created",
          "article_date_original",
          "ptime",
          "pdate",
          "awa-publisheddate",
          "w-published-date",
          "datecreated",
          "article:created_time");

  private static final Set<String> MODIFIED =
      Set.of(
          "article:modified_time",
          "og:updated_time",
          "article:modified",
          "datemodified",
          "last-modified",
          "lastmod",
          "modified-date",
          "modified_date",
          "dcterms.modified",
          "dc.date.modified",
          "revised",
          "updated",
          "article:updated_time",
          "modified-time");

  private static final List<String> NAMING = List.of("property", "name", "itemprop");

  private final DayText days;

  MetaElements(DayText days) {
    this.days = days;
  }

  void read(Document page, PageClaims claims) {
    boolean dated = false;
    for (var meta : page.getElementsByTag("meta")) {
      if (meta.attr("itemprop").contains("datePublished")) {
        // what stands in the card of another article, and behind the article's own, is not its own
        if (dated || AuthorElements.isOfOthers(meta)) {
          continue;
        }
        dated = true;
      }
      for (var naming : NAMING) {
        for (var name : meta.attr(naming).toLowerCase(Locale.ROOT).split("\\s+", -1)) {
          read(name, meta.attr("content"), claims);
        }
      }
    }
    for (var link : page.getElementsByTag("link")) {
      if (link.attr("rel").toLowerCase(Locale.ROOT).contains("canonical")) {
        claims.canonical(absolute(link));
      }
    }
    if (page.selectFirst("input[type=password]") != null) {
      claims.askPassword();
    }
    var root = page.selectFirst("html");
    claims.language(root == null ? "" : root.attr("lang"));
    claims.title(page.title());
  }

  private static String absolute(Element link) {
    var url = link.absUrl("href");
    return url.isEmpty() ? link.attr("href") : url;
  }

  private void read(String name, String content, PageClaims claims) {
    if (content.isBlank()) {
      return;
    }
    if (TITLES.contains(name)) {
      claims.title(content);
    } else if (AUTHORS.contains(name) && !content.contains("://")) {
      claims.author(content);
    } else if (PUBLISHED.contains(name)) {
      date(name, content, false, claims);
    } else if (MODIFIED.contains(name)) {
      date(name, content, true, claims);
    } else {
      other(name, content, claims);
    }
  }

  private static void other(String name, String content, PageClaims claims) {
    switch (name) {
      case "og:site_name", "application-name", "apple-mobile-web-app-title" -> claims.site(content);
      case "og:type" -> claims.type(content);
      case "og:url" -> claims.canonical(content);
      case "og:image", "twitter:image" -> claims.picture(content);
      case "og:description", "description" -> claims.description(content);
      case "og:locale" -> claims.language(content.replace('_', '-'));
      default -> {}
    }
  }

  private void date(String name, String content, boolean modified, PageClaims claims) {
    var method = name.startsWith("og:") || name.startsWith("article:") ? "open-graph" : "meta";
    days.first(content)
        .ifPresent(found -> claims.date(new PageDate(found.value(), method, modified)));
  }
}
