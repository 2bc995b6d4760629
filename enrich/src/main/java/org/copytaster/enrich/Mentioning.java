package org.copytaster.enrich;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;

/** Makes a light record of each entity, keyed by the entity, for those who follow one. */
final class Mentioning extends ContextualProcessor<String, EnrichedArticle, String, EntityMention> {

  @Override
  public void process(Record<String, EnrichedArticle> record) {
    var enriched = record.value();
    for (var mention : ArticleEnricher.mentions(enriched)) {
      var headers = new RecordHeaders(record.headers());
      EventHeaders.describe(
          headers,
          EventHeaders.ENTITY_MENTIONED,
          "enrich",
          Receipts.keyOf(enriched.getArticle()),
          enriched.getEnrichedAt());
      context().forward(new Record<>(mention.getEntityId(), mention, record.timestamp(), headers));
    }
  }
}
