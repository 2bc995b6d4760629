package org.copytaster.enrich.gate;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Audit;

/** Sends on what became of acts, keyed by guid. */
public final class AuditProcessor extends ContextualProcessor<String, GateDecision, String, Audit> {

  @Override
  public void process(Record<String, GateDecision> record) {
    if (record.value() instanceof GateDecision.Audited audited) {
      var audit = audited.audit();
      var headers = new RecordHeaders();
      EventHeaders.trace(headers, EventHeaders.trace(record.headers()).orElse(null));
      EventHeaders.describe(
          headers, EventHeaders.ACT_DECIDED, "enrich", audit.getAct().getId(), audit.getTime());
      context().forward(new Record<>(record.key(), audit, record.timestamp(), headers));
    }
  }
}
