package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads who wrote the article, and when, from elements that say so by their attributes: microdata,
 * {@code rel=author}, and the names that most pages give to such elements.
 */
final class AuthorElements {

  private static final int MOST_WORDS = 25;

  private static final int MOST_AUTHORS = 5;

  private static final Set<String> CLASSES =
      Set.of(
          "author",
          "author-name",
          "author__name",
          "authorname",
          "byline",
          "byline-name",
          "byline__name",
          "byline-author",
          "byline__author",
          "post-author",
          "entry-author",
          "article-author",
          "article__author",
          "story-byline",
          "author-link",
          "p-author");

  /** Around authors of something else. */
  private static final List<String> OTHERS =
      List.of("comment", "related", "recommend", "sidebar", "footer", "teaser", "popular");

  private final BylineText bylines;
  private final DayText days;

  AuthorElements(DayText days) {
    this.days = days;
    this.bylines = new BylineText(days);
  }

  /** Adds days that microdata names, and authors where the page's head names none. */
  void read(Document page, PageClaims claims) {
    var marked = new ArrayList<Element>();
    var linked = new ArrayList<Element>();
    var named = new ArrayList<Element>();
    boolean dated = false;
    for (var element : page.getAllElements()) {
      if (element.attributesSize() == 0 || element.normalName().equals("meta")) {
        continue;
      }
      var property = " " + element.attr("itemprop") + " ";
      if (property.contains(" author ")) {
        marked.add(element);
      } else if ((" " + element.attr("rel") + " ").contains(" author ")) {
        linked.add(element);
      } else if (isNamed(element)) {
        named.add(element);
      } else if (!dated && property.contains(" datePublished ") && !isOfOthers(element)) {
        dated = date(element, claims);
      }
    }
    for (var list : List.of(marked, linked, named)) {
      if (claims.shownAuthors().isEmpty()) {
        list.stream()
            .filter(element -> !isOfOthers(element))
            .limit(MOST_AUTHORS)
            .forEach(element -> author(element, claims));
      }
    }
  }

  private static boolean isNamed(Element element) {
    var names = element.className().toLowerCase(Locale.ROOT);
    if (!names.contains("author") && !names.contains("byline")) {
      return false;
    }
    for (var name : names.split("\\s+", -1)) {
      if (CLASSES.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private void author(Element element, PageClaims claims) {
    var name = element.selectFirst("[itemprop~=^name$]");
    var given = name == null ? element : name;
    var text = given.hasAttr("content") ? given.attr("content") : given.text();
    if (WordCounter.count(text, 0) <= MOST_WORDS) {
      bylines.name(text).ifPresent(claims::shownAuthor);
    }
  }

  private boolean date(Element element, PageClaims claims) {
    var value = element.attr("datetime").isEmpty() ? element.attr("content") : "";
    var text = element.attr("datetime") + value;
    var found = days.first(text.isEmpty() ? element.text() : text);
    found.ifPresent(day -> claims.date(new PageDate(day.value(), "meta", false)));
    return found.isPresent();
  }

  /** Whether an element around it is named for something else than the article. */
  static boolean isOfOthers(Element element) {
    for (var at = element.parent();
        at != null && !at.normalName().equals("body");
        at = at.parent()) {
      var names = (at.className() + " " + at.id() + " " + at.attr("itemtype"));
      var plain = names.toLowerCase(Locale.ROOT);
      if (OTHERS.stream().anyMatch(plain::contains)) {
        return true;
      }
    }
    return false;
  }
}
