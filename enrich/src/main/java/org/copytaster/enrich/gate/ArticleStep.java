package org.copytaster.enrich.gate;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/** Steps in the trace of an article, and the headers that carry them on. */
public final class ArticleStep {

  private ArticleStep() {}

  /** Opens a step of an article that came with {@code headers}. */
  public static TracedStep open(Tracing tracing, StepKind kind, Article article, Headers headers) {
    return open(tracing, kind, article, trace(headers));
  }

  /** The same with the traceparent that it continues, if there is one. */
  static TracedStep open(Tracing tracing, StepKind kind, Article article, @Nullable String trace) {
    var step = tracing.step(kind, trace).from(article.getSource());
    return step.about(article.getGuid(), article.getVersion());
  }

  static @Nullable String trace(Headers headers) {
    return EventHeaders.trace(headers).orElse(null);
  }

  /** Sets the step's place in the trace; touches nothing where nothing is traced. */
  public static void carry(TracedStep step, Headers headers) {
    step.traceparent().ifPresent(trace -> EventHeaders.trace(headers, trace));
  }

  /**
   * Headers of what comes of a step. Where something is traced they are copied, since Kafka Streams
   * gives the same ones to others.
   */
  static Headers carrying(Headers headers, TracedStep step) {
    if (step.traceparent().isEmpty()) {
      return headers;
    }
    var copied = new RecordHeaders(headers);
    carry(step, copied);
    return copied;
  }

  static <V> Record<String, V> carrying(Record<String, V> record, TracedStep step) {
    return record.withHeaders(carrying(record.headers(), step));
  }
}
