package org.copytaster.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic that could be read. One that must not be used comes without its text,
 * whatever the record held.
 *
 * @param record as it came, for a dead letter
 * @param tags the JSON of the enriched article's tags; null where there is no text that has any
 */
record ArrivedRecord(
    ConsumerRecord<byte[], byte[]> record, EnrichedArticle enriched, @Nullable String tags) {

  static ArrivedRecord of(ConsumerRecord<byte[], byte[]> record, EnrichedArticle enriched) {
    var arrival = new ArrivedRecord(record, enriched, StoredJson.tags(enriched));
    boolean usable = enriched.getArticle().getPubStatus() == PubStatus.USABLE;
    return usable ? arrival : arrival.withoutText();
  }

  /** What stays of it once it is killed. */
  ArrivedRecord withoutText() {
    return new ArrivedRecord(record, Tombstone.of(article(), enriched.getEnrichedAt()), null);
  }

  boolean hasText() {
    return tags != null;
  }

  Article article() {
    return enriched.getArticle();
  }

  String guid() {
    return article().getGuid();
  }

  ReceiptKey key() {
    return Receipts.keyOf(article());
  }
}
