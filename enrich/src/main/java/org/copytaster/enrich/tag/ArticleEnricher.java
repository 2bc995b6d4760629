package org.copytaster.enrich.tag;

import java.time.Instant;
import java.util.function.Supplier;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.tagging.TagContext;
import org.copytaster.tagging.timex.creation.CreationFields;
import org.copytaster.tagging.timex.creation.CreationFields.PageDate;
import org.copytaster.tagging.timex.creation.CreationFields.SourceTimes;
import org.jspecify.annotations.Nullable;

/**
 * Makes an enriched article of an article. A kill and a withheld version pass without their text
 * and without tags: what must not be published must not be found either.
 */
public final class ArticleEnricher {

  private final Supplier<RecordTagger> tagging;
  private final SourceLocales locales;

  public ArticleEnricher(RecordTagger tagging, SourceLocales locales) {
    this(() -> tagging, locales);
  }

  /** With a tagging that may be another for each article, but is one for all of an article. */
  public ArticleEnricher(Supplier<RecordTagger> tagging, SourceLocales locales) {
    this.tagging = tagging;
    this.locales = locales;
  }

  /**
   * Tags an article. Relative time expressions are reckoned from {@code versionCreated}; without it
   * from what the ledger of creation times accepts.
   */
  public EnrichedArticle enrich(Article article, Instant enrichedAt) {
    if (article.getPubStatus() != PubStatus.USABLE) {
      return Tombstone.of(article, enrichedAt);
    }
    var order = locales.order(article.getSource(), article.getLanguage());
    var composed = ArticleText.of(article);
    var context =
        new TagContext(composed.zones(), article.getLanguage(), order, creationFields(article));
    var enriched =
        tagging.get().draft(composed.text(), context).setArticle(article).setEnrichedAt(enrichedAt);
    var length = enriched.getText().length();
    return enriched.setZones(SourceOffsets.carried(article, length, enriched.getZones())).build();
  }

  /** The epoch is what a record has that was never received, for instance in a test. */
  private static CreationFields creationFields(Article article) {
    var received = article.getReceivedAt();
    return new CreationFields(
        null,
        new SourceTimes(
            text(article.getVersionCreated()),
            text(article.getFirstCreated()),
            text(article.getEmbargoed())),
        article.getUrl(),
        article.getPublicationDates().stream()
            .map(date -> new PageDate(date.getValue(), date.getMethod(), date.getModified()))
            .toList(),
        received.equals(Instant.EPOCH) ? null : text(received));
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
