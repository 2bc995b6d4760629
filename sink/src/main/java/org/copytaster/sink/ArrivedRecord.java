package org.copytaster.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.store.StoredVersion;

/**
 * A record of the topic that could be read.
 *
 * @param record as it came, for a dead letter
 * @param version what of it may be stored
 */
record ArrivedRecord(ConsumerRecord<byte[], byte[]> record, StoredVersion version) {

  static ArrivedRecord of(ConsumerRecord<byte[], byte[]> record, EnrichedArticle enriched) {
    return new ArrivedRecord(record, StoredVersion.of(enriched));
  }

  EnrichedArticle enriched() {
    return version.enriched();
  }

  Article article() {
    return version.article();
  }

  ReceiptKey key() {
    return version.key();
  }
}
