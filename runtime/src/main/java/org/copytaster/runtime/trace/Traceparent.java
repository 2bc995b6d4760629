package org.copytaster.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes the {@code traceparent} of W3C Trace Context; {@code tracestate} is dropped. */
final class Traceparent {

  private static final String NAME = "traceparent";

  private static final TextMapGetter<String> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
          return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
          return key.equals(NAME) ? carrier : null;
        }
      };

  private Traceparent() {}

  /** The span that {@code written} names; an invalid one for whatever names none. */
  static SpanContext parse(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return SpanContext.getInvalid();
    }
    var extracted =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), written, GETTER);
    return Span.fromContext(extracted).getSpanContext();
  }

  static String written(SpanContext context) {
    return "00-"
        + context.getTraceId()
        + "-"
        + context.getSpanId()
        + "-"
        + context.getTraceFlags().asHex();
  }
}
