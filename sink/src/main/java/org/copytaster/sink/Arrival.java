package org.copytaster.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;

/**
 * A record of the topic that could be read.
 *
 * @param record as it came, for a dead letter
 * @param tags the JSON of the enriched article's tags
 */
record Arrival(ConsumerRecord<byte[], byte[]> record, EnrichedArticle enriched, String tags) {

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
