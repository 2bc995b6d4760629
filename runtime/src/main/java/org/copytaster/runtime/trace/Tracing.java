package org.copytaster.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.log.Instance;
import org.jspecify.annotations.Nullable;

/**
 * The traces of one service. Spans wait in a queue of bounded length and are sent by a thread of
 * their own; where nobody takes them they are dropped, and the service goes on as if nothing was.
 */
public final class Tracing implements AutoCloseable {

  private static final Duration LAST_ONES = Duration.ofSeconds(2);
  private static final int MOST_LINKS = 128;
  private static final int LONGEST_VALUE = 400;

  private final String service;
  private final @Nullable SdkTracerProvider provider;
  private final @Nullable Tracer tracer;

  private Tracing(String service, @Nullable SdkTracerProvider provider) {
    this.service = service;
    this.provider = provider;
    this.tracer = provider == null ? null : provider.get("org.copytaster");
  }

  /**
   * Traces of the service whose meters {@code metrics} are, as the settings say. Reaches for nobody
   * yet: a collector may come and go.
   */
  public static Tracing start(TraceSettings settings, Metrics metrics) {
    var endpoint = settings.endpoint();
    return endpoint.isEmpty()
        ? off(metrics.service())
        : to(CountedExporter.otlp(endpoint.get(), settings, metrics), settings, metrics);
  }

  /** Traces of nothing; steps say in the log all the same what they are about. */
  public static Tracing off(String service) {
    return new Tracing(service, null);
  }

  static Tracing to(SpanExporter exporter, TraceSettings settings, Metrics metrics) {
    return new Tracing(
        metrics.service(),
        SdkTracerProvider.builder()
            .setResource(resource(metrics.service()))
            .setSampler(Sampler.traceIdRatioBased(settings.ratio()))
            .setSpanLimits(
                SpanLimits.builder()
                    .setMaxNumberOfLinks(MOST_LINKS)
                    .setMaxAttributeValueLength(LONGEST_VALUE)
                    .build())
            .addSpanProcessor(new SpanQueue(exporter, metrics))
            .build());
  }

  /** Whether spans are sent anywhere. */
  public boolean on() {
    return provider != null;
  }

  /**
   * Opens a step, which must be closed.
   *
   * @param parent the traceparent that it continues; whatever is none begins a trace
   */
  public TracedStep step(StepKind kind, @Nullable String parent) {
    return new TracedStep(span(kind, Traceparent.parse(parent), null), on(), service);
  }

  /** The same for one that began before. */
  public TracedStep step(StepKind kind, @Nullable String parent, Instant began) {
    return new TracedStep(span(kind, Traceparent.parse(parent), began), on(), service);
  }

  /**
   * The id of a trace decides whether it is kept, so that all services keep the same, and what the
   * one before has left out stays out. A caller can so leave its trace out, and cannot have more of
   * them kept than the ratio says.
   */
  private Span span(StepKind kind, SpanContext parent, @Nullable Instant began) {
    var known = tracer;
    if (known == null || (parent.isValid() && !parent.isSampled())) {
      return Span.wrap(parent);
    }
    var builder =
        known
            .spanBuilder(kind.written())
            .setSpanKind(kind.kind())
            .setParent(Context.root().with(Span.wrap(parent)));
    if (began != null) {
      builder.setStartTimestamp(began);
    }
    return builder.startSpan();
  }

  /** Sends what waits, for two seconds at most. */
  @Override
  public void close() {
    if (provider != null) {
      provider.shutdown().join(LAST_ONES.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Resource resource(String service) {
    return Resource.create(
        Attributes.of(
            AttributeKey.stringKey("service.name"),
            service,
            AttributeKey.stringKey("service.namespace"),
            "copytaster",
            AttributeKey.stringKey("service.instance.id"),
            Instance.name()));
  }
}
