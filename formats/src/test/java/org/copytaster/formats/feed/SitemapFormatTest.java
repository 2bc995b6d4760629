package org.copytaster.formats.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class SitemapFormatTest {

  private static final String MAP =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://lyle.example/crane</loc><lastmod>2026-07-02T12:00:00Z</lastmod>
          <news:news>
            <news:publication><news:name>Lyle Gazette</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-07-02T10:00:00+02:00</news:publication_date>
            <news:title>Crane falls &amp; quay shut</news:title><news:keywords>port, crane</news:keywords>
          </news:news></url>
      </urlset>
      """;

  @Test
  void newsOfASitemapIsItsTitle() throws Exception {
    var article = Copies.only(new SitemapFormat(), MAP);

    assertThat(article.getGuid()).isEqualTo("https://lyle.example/crane");
    assertThat(article.getHeadline()).isEqualTo("Crane falls & quay shut");
    assertThat(article.getBody()).isEqualTo("Crane falls & quay shut");
    assertThat(article.getCreditline()).isEqualTo("Lyle Gazette");
    assertThat(article.getLanguage()).isEqualTo("en");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-07-02T12:00:00Z"));
    assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2026-07-02T08:00:00Z"));
    assertThat(article.getSubjects()).hasSize(2);
    assertThat(article.getRepairs()).containsExactly("body:from-headline");
  }

  @Test
  void correctionInATitleIsOne() throws Exception {
    var corrected = MAP.replace("Crane falls", "CORRECTION: Crane falls");

    assertThat(Copies.only(new SitemapFormat(), corrected).getSignal())
        .isEqualTo(Signal.CORRECTION);
  }

  @Test
  void addressWithoutNewsIsNoText() throws Exception {
    var plain = MAP.replaceAll("(?s)<news:news>.*</news:news>", "");

    assertThat(new SitemapFormat().read(Copies.of(plain)))
        .singleElement()
        .isInstanceOf(Reading.NotText.class);
  }

  @Test
  void listOfSitemapsIsNoText() throws Exception {
    var index =
        "<sitemapindex><sitemap><loc>https://lyle.example/1.xml</loc></sitemap></sitemapindex>";

    assertThat(new SitemapFormat().read(Copies.of(index)))
        .singleElement()
        .isInstanceOf(Reading.NotText.class);
  }
}
