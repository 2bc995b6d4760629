package org.copytaster.enrich.gate;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.schemas.EventHeaders;

/**
 * Headers of what comes of a step: those that there were, with its place in the trace. Where
 * nothing is traced they are not touched. They are copied, since Kafka Streams gives the same ones
 * to others.
 */
public final class StepHeaders {

  private StepHeaders() {}

  /** {@code headers}, carrying on {@code step}. */
  public static Headers of(Headers headers, TracedStep step) {
    return step.traceparent()
        .<Headers>map(
            trace -> {
              var copied = new RecordHeaders(headers);
              EventHeaders.trace(copied, trace);
              return copied;
            })
        .orElse(headers);
  }

  static <V> Record<String, V> carrying(Record<String, V> record, TracedStep step) {
    return record.withHeaders(of(record.headers(), step));
  }
}
