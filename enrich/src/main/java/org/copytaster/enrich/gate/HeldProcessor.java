package org.copytaster.enrich.gate;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.record.HeldState;

/** Sends on what is held and what is not any more, keyed by guid. */
public final class HeldProcessor
    extends ContextualProcessor<String, GateDecision, String, HeldState> {

  @Override
  public void process(Record<String, GateDecision> record) {
    if (record.value() instanceof GateDecision.Listed listed) {
      var state = listed.state();
      var headers = new RecordHeaders();
      EventHeaders.describe(
          headers,
          EventHeaders.ARTICLE_HELD,
          "enrich",
          new ReceiptKey(record.key(), state == null ? 0 : state.getVersion()),
          Instant.ofEpochMilli(record.timestamp()));
      context().forward(new Record<>(record.key(), state, record.timestamp(), headers));
    }
  }
}
