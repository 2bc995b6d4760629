package org.copytaster.enrich;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.copytaster.enrich.gate.EditorNotes;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.runtime.Metrics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;

/**
 * Enriches versions that went out long ago as the topology would today, without the topology: no
 * gate, no topic. Whoever uses it knows by itself that a version went out.
 */
public final class PastEnricher implements AutoCloseable {

  private final Metrics metrics = new Metrics("rebuild");
  private final LiveTagger tagger;
  private final ArticleEnricher enricher;
  private final Clock clock;

  private PastEnricher(EnrichSettings settings, Clock clock) {
    this.tagger = LiveTagger.start(settings, new EnrichMetrics(metrics), clock);
    this.enricher = new ArticleEnricher(tagger, settings.sourceLocales());
    this.clock = clock;
  }

  /** With the taggers, lists and locales that {@code settings} name; models are loaded now. */
  public static PastEnricher start(EnrichSettings settings, Clock clock) {
    return new PastEnricher(settings, clock);
  }

  /** Gives an article the life that its copy asks for; the same one if it was judged. */
  public static UnaryOperator<Article> judging() {
    return EditorNotes.load()::withStatus;
  }

  /**
   * Tags an article that was judged; any number of threads may.
   *
   * @return enriched now; of a kill and of a withheld version without text and tags
   */
  public EnrichedArticle enrich(Article article) {
    return enricher.enrich(article, clock.instant());
  }

  @Override
  public void close() {
    tagger.close();
    metrics.close();
  }
}
