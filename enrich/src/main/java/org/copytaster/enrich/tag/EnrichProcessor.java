package org.copytaster.enrich.tag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.enrich.gate.ArticleStep;
import org.copytaster.enrich.gate.GateDecision;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.LatencyHeaders;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/** Tags the articles that passed the gates and describes the event that comes of each. */
public final class EnrichProcessor
    implements Processor<String, GateDecision, String, EnrichedArticle> {

  private final ArticleEnricher enricher;
  private final EnrichMetrics metrics;
  private final Clock clock;
  private final String backfill;
  private final Tracing tracing;
  private @Nullable ProcessorContext<String, EnrichedArticle> context;

  private EnrichProcessor(
      ArticleEnricher enricher,
      EnrichMetrics metrics,
      Clock clock,
      String backfill,
      Tracing tracing) {
    this.tracing = tracing;
    this.backfill = backfill;
    this.enricher = enricher;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** A supplier of them; {@code backfill} is the topic of the slow lane. */
  public static ProcessorSupplier<String, GateDecision, String, EnrichedArticle> supplier(
      ArticleEnricher enricher,
      EnrichMetrics metrics,
      Clock clock,
      String backfill,
      Tracing tracing) {
    return () -> new EnrichProcessor(enricher, metrics, clock, backfill, tracing);
  }

  @Override
  public void init(ProcessorContext<String, EnrichedArticle> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, GateDecision> record) {
    if (!(record.value() instanceof GateDecision.Pass pass)) {
      return;
    }
    var article = pass.article();
    try (var step = ArticleStep.open(tracing, StepKind.TAG, article, record.headers())) {
      tagged(record, article, step);
    }
  }

  private void tagged(Record<String, GateDecision> record, Article article, TracedStep step) {
    var now = clock.instant();
    var start = System.nanoTime();
    var enriched = enriched(article, now, step);
    metrics.tagging().record(Duration.ofNanos(System.nanoTime() - start));
    var headers = new RecordHeaders(record.headers());
    ArticleStep.carry(step, headers);
    EventHeaders.describe(
        headers, EventHeaders.ARTICLE_ENRICHED, "enrich", Receipts.keyOf(article), now);
    if (article.getPubStatus() == PubStatus.USABLE) {
      metrics.spoken(enriched.getLanguage(), enriched.getEngines().containsKey("entity"));
    }
    if (from(backfill)) {
      LatencyHeaders.backfill(headers);
    }
    metrics.enriched(article.getPubStatus() == PubStatus.USABLE);
    if (LatencyHeaders.live(headers) && LatencyHeaders.due(headers).isEmpty()) {
      metrics.took(Duration.between(Instant.ofEpochMilli(record.timestamp()), now));
    }
    Objects.requireNonNull(context)
        .forward(new Record<>(article.getGuid(), enriched, record.timestamp(), headers));
  }

  private EnrichedArticle enriched(Article article, Instant now, TracedStep step) {
    try {
      return enricher.enrich(article, now);
    } catch (RuntimeException e) {
      step.failed(e);
      throw e;
    }
  }

  /** Whether it is read from this topic now; what the clock releases is read from none. */
  private boolean from(String topic) {
    return Objects.requireNonNull(context)
        .recordMetadata()
        .filter(metadata -> topic.equals(metadata.topic()))
        .isPresent();
  }
}
