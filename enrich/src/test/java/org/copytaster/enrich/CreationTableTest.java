package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.enrich.tag.SourceLocales;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.CreationCandidate;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PublicationDate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CreationTableTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static final Map<String, BiConsumer<Article.Builder, String>> FIELDS =
      Map.of(
          "receivedAt", (article, value) -> article.setReceivedAt(Instant.parse(value)),
          "published", (article, value) -> addPageDate(article, value, false),
          "modified", (article, value) -> addPageDate(article, value, true),
          "versionCreated", (article, value) -> article.setVersionCreated(Instant.parse(value)),
          "firstCreated", (article, value) -> article.setFirstCreated(Instant.parse(value)),
          "embargoed", (article, value) -> article.setEmbargoed(Instant.parse(value)),
          "url", Article.Builder::setUrl,
          "headline", Article.Builder::setHeadline,
          "byline", Article.Builder::setByline,
          "dateline", Article.Builder::setDateline);

  private final RecordTagger tagging = OneTagging.ENGLISH;
  private final ArticleEnricher enricher = new ArticleEnricher(tagging, SourceLocales.NONE);

  @TestFactory
  Stream<DynamicTest> ledgerIsKeptAsTheTablesSay() {
    return Stream.of("creation-cases.tsv", "creation-pages.tsv")
        .flatMap(Cases::of)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0) + " " + row.get(1), () -> check(row, enriched(row))));
  }

  private static void check(List<String> row, EnrichedArticle enriched) {
    var ledger = enriched.getDctCandidates();
    assertThat(ledger.stream().map(CreationTableTest::line).collect(Collectors.joining("; ")))
        .isEqualTo(row.get(2));
    if (row.size() > 3) {
      assertThat(ledger)
          .extracting(CreationCandidate::getReason)
          .anySatisfy(reason -> assertThat(reason).contains(row.get(3)));
    }
  }

  private EnrichedArticle enriched(List<String> row) {
    var text = row.get(1).replace("⏎", "\n");
    if (row.get(0).startsWith("given ")) {
      return tagging.tag(text, row.get(0).substring(6));
    }
    var article = Article.newBuilder().setGuid("urn:test:1").setBody(text);
    for (var field : row.get(0).split("; ", -1)) {
      if (!field.isEmpty()) {
        var named = field.split(" ", 2);
        Objects.requireNonNull(FIELDS.get(named[0]), named[0]).accept(article, named[1]);
      }
    }
    return enricher.enrich(article.build(), NOW);
  }

  /** Method and value, apart by a blank. */
  private static void addPageDate(Article.Builder article, String date, boolean modified) {
    var parts = date.split(" ", 2);
    var dates = new ArrayList<PublicationDate>();
    if (article.hasPublicationDates()) {
      dates.addAll(article.getPublicationDates());
    }
    dates.add(new PublicationDate(parts[1], parts[0], modified));
    article.setPublicationDates(dates);
  }

  private static String line(CreationCandidate candidate) {
    return "%s %s %s %s"
        .formatted(
            candidate.getMethod(),
            candidate.getValue(),
            candidate.getVerdict(),
            candidate.getConfidence());
  }
}
