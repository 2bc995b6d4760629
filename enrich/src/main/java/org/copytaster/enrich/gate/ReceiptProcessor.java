package org.copytaster.enrich.gate;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.runtime.log.Instance;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Receipt;

/** Sends on the receipts of articles that were stopped, under the key that receipts have. */
public final class ReceiptProcessor
    extends ContextualProcessor<String, GateDecision, String, Receipt> {

  @Override
  public void process(Record<String, GateDecision> record) {
    if (record.value() instanceof GateDecision.Stop stop) {
      var receipt = stop.receipt();
      var key = new ReceiptKey(receipt.getGuid(), receipt.getVersion());
      var headers = new RecordHeaders(record.headers());
      EventHeaders.describe(
          headers, EventHeaders.RECEIPT_WRITTEN, "enrich", key, receipt.getTime());
      // a record cannot be from before 1970, a clock can say so
      var time = Math.max(0, receipt.getTime().toEpochMilli());
      context().forward(new Record<>(Receipts.recordKey(receipt), placed(receipt), time, headers));
    }
  }

  /** With the place of what was stopped, or of the act that it was stopped by. */
  private Receipt placed(Receipt receipt) {
    var about = context().recordMetadata();
    var place =
        new Receipts.Place(
            about.map(record -> record.topic()).orElse(null),
            about.map(record -> record.partition()).orElse(-1),
            about.map(record -> record.offset()).orElse(-1L));
    return Receipts.at(receipt, place, Instance.name());
  }
}
