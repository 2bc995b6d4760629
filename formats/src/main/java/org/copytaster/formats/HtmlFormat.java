package org.copytaster.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copytaster.formats.copy.ArticleFields;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.page.Page;
import org.copytaster.formats.page.PageDate;
import org.copytaster.formats.page.PageKind;
import org.copytaster.formats.page.PageReader;
import org.copytaster.formats.page.PageTooLargeException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PublicationDate;
import org.copytaster.schemas.record.ZoneSpan;
import org.jspecify.annotations.Nullable;

/**
 * An HTML page. The body is all its text, in zones: what is not the article's stays in the record.
 * Days on which it may have been published are handed on, none is taken; enrich weighs them.
 * Without a guid the article gets one from its own bytes: an address does not tell versions apart.
 */
final class HtmlFormat implements ArticleFormat {

  private static final String PARAGRAPH = "\n\n";

  /** A page with more words of its own is kept, whatever it looks like. */
  private static final int FEWEST_WORDS = 25;

  private final PageReader reader = new PageReader();

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "html", List.of("text/html", "application/xhtml+xml"), List.of(".html", ".htm", ".xhtml"));
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return glimpse.root().filter(root -> root.equalsIgnoreCase("html")).isPresent();
  }

  @Override
  public boolean general() {
    return true;
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var decoded = copy.decoded(true);
    var page = page(decoded.text());
    var fields = new ArticleFields();
    var article = Article.newBuilder().setGuid(Digests.urn(copy.bytes()));
    if (page.kind().isSurelyOther() && page.dates().isEmpty() && words(page) < FEWEST_WORDS) {
      return List.of(new Reading.NotText(article.getGuid(), page.kind().type().words()));
    }
    if (!page.title().isEmpty()) {
      article.setHeadline(page.title());
    }
    article.setByline(page.byline()).setUrl(page.canonical());
    kind(article, page.kind(), decoded.repairs());
    language(article, page.language());
    body(article, page);
    article.setPublicationDates(page.dates().stream().map(HtmlFormat::date).toList());
    article.setPicture(picture(page.picture()));
    copy.given().forEach((name, value) -> fields.put(article, name, value));
    fields.check();
    return List.of(new Reading.Text(article, copy.given().containsKey("version")));
  }

  /** A page that may be something else than an article is kept, and says so. */
  private static void kind(Article.Builder article, PageKind kind, List<String> repairs) {
    var all = new ArrayList<>(repairs);
    if (!kind.isArticle()) {
      all.add("page:" + kind.word());
      var confidence = String.format(Locale.ROOT, "%.2f", kind.confidence());
      article.setExtra(Map.of("kind", kind.word(), "kindConfidence", confidence));
    }
    article.setRepairs(all);
  }

  private static int words(Page page) {
    return page.text().split("\\s+").length;
  }

  private Page page(String html) throws UnreadableCopyException {
    try {
      return reader.read(html, LocalDate.MAX);
    } catch (PageTooLargeException e) {
      throw new UnreadableCopyException("body", "is too large: " + e.getMessage());
    }
  }

  /** Pages write all kinds of things there; what is no tag is not taken for one. */
  private static void language(Article.Builder article, @Nullable String language) {
    if (language != null && language.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")) {
      article.setLanguage(language);
    }
  }

  private static void body(Article.Builder article, Page page) {
    var body = new StringBuilder();
    var zones = new ArrayList<ZoneSpan>();
    for (var stretch : page.stretches()) {
      body.append(body.isEmpty() ? "" : PARAGRAPH);
      int begin = body.length();
      body.append(stretch.text());
      zones.add(
          new ZoneSpan(
              begin,
              body.length(),
              stretch.zone(),
              stretch.confidence(),
              stretch.sourceBegin(),
              stretch.sourceEnd()));
    }
    article.setBody(body.toString()).setZones(zones);
  }

  private static PublicationDate date(PageDate date) {
    return new PublicationDate(date.value(), date.method(), date.modified());
  }

  private static @Nullable Picture picture(Page.@Nullable LeadPicture picture) {
    return picture == null ? null : new Picture(picture.url(), picture.caption(), picture.credit());
  }
}
