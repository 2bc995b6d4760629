package org.copytaster.ingest.desk;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.copytaster.runtime.log.Instance;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Receipt;
import org.jspecify.annotations.Nullable;

/** The records that the desk writes. */
final class DeskRecords {

  private DeskRecords() {}

  /** An article for {@code topic}. */
  static ProducerRecord<String, Object> article(
      String topic, Article article, @Nullable String traceparent) {
    var record = new ProducerRecord<String, Object>(topic, article.getGuid(), article);
    EventHeaders.describe(
        record.headers(),
        EventHeaders.ARTICLE_RECEIVED,
        "ingest/" + article.getSource(),
        Receipts.keyOf(article),
        article.getReceivedAt());
    EventHeaders.trace(record.headers(), traceparent);
    return record;
  }

  /** {@code receipt} with the place of the article that it is about. */
  static Receipt at(Receipt receipt, RecordMetadata article) {
    var place = new Receipts.Place(article.topic(), article.partition(), article.offset());
    return Receipts.at(receipt, place, Instance.name());
  }

  /** A receipt for {@code topic}, in the trace of the article's record. */
  static ProducerRecord<String, Object> receipt(
      String topic, Receipt receipt, ProducerRecord<String, Object> of) {
    var key = new ReceiptKey(receipt.getGuid(), receipt.getVersion());
    var record = new ProducerRecord<String, Object>(topic, Receipts.recordKey(receipt), receipt);
    EventHeaders.describe(
        record.headers(), EventHeaders.RECEIPT_WRITTEN, "ingest", key, receipt.getTime());
    EventHeaders.trace(record.headers(), EventHeaders.trace(of.headers()).orElse(null));
    return record;
  }
}
