package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.SourceLocales;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PublicationDate;

class CreationPropertyTest {

  private static final LocalDate RECEIVED = LocalDate.parse("2024-07-01");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final List<String> TEXTS =
      List.of(
          "Harbour strike ends\n\nThe dockers signed it on Wednesday and went home.",
          "Harbour strike ends\n\nJuly 19, 2024\n\nThe dockers signed it on Friday.",
          "BERGEN, June 19 - The dockers signed it Wednesday.\n\nThe fair opens.\n\nJuly 20, 2024");

  private final ArticleEnricher enricher =
      new ArticleEnricher(OneTagging.ENGLISH.withInferredCreationTime(true), SourceLocales.NONE);

  @Property(seed = "7", tries = 300)
  void noDayIsTakenThatLiesAfterTheArticleWasReceived(
      @ForAll("dates") List<PublicationDate> dates, @ForAll("texts") String text) {
    var enriched = enricher.enrich(article(dates, text), NOW);
    if (enriched.getDct() != null) {
      var day = LocalDate.parse(enriched.getDct().getValue().substring(0, 10));
      assertThat(day).isBeforeOrEqualTo(RECEIVED.plusDays(1));
    }
    assertThat(enriched.getDctCandidates()).hasSizeLessThanOrEqualTo(24);
  }

  @Property(seed = "7", tries = 100)
  void sameArticleHasTheSameLedgerWheneverItIsEnriched(
      @ForAll("dates") List<PublicationDate> dates, @ForAll("texts") String text) {
    var article = article(dates, text);
    assertThat(enricher.enrich(article, NOW.plusSeconds(90_000_000)).getDctCandidates())
        .isEqualTo(enricher.enrich(article, NOW).getDctCandidates());
  }

  private static Article article(List<PublicationDate> dates, String text) {
    return Article.newBuilder()
        .setGuid("urn:test:1")
        .setBody(text)
        .setPublicationDates(dates)
        .setReceivedAt(Instant.parse(RECEIVED + "T06:00:00Z"))
        .build();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  @Provide
  Arbitrary<List<PublicationDate>> dates() {
    var values =
        Arbitraries.integers()
            .between(-60, 60)
            .map(days -> RECEIVED.plusDays(days).toString())
            .flatMap(day -> Arbitraries.of("", "T23:30:00-04:00", "T08:00:00Z").map(day::concat));
    var methods =
        Arbitraries.of("json-ld", "open-graph", "meta", "time", "url", "text", "tea-leaves");
    var odd = Arbitraries.of("soon", "1970-01-01", "2024-06-31", "");
    return Combinators.combine(
            Arbitraries.oneOf(values, values, odd), methods, Arbitraries.of(true, false))
        .as(PublicationDate::new)
        .list()
        .ofMaxSize(40);
  }
}
