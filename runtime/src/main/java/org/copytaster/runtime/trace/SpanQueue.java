package org.copytaster.runtime.trace;

import io.micrometer.core.instrument.Counter;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.copytaster.runtime.Metrics;

/**
 * Spans that wait to be sent in batches. What finds the queue full is dropped and counted; the
 * library's own queue drops without a word.
 */
final class SpanQueue implements SpanProcessor {

  /** Spans that wait, some hundred bytes each. */
  static final int LONGEST = 4_096;

  private static final int AT_ONCE = 512;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AtomicInteger waiting = new AtomicInteger();
  private final SpanProcessor batches;
  private final Counter dropped;

  SpanQueue(SpanExporter exporter, Metrics metrics) {
    this.dropped = CountedExporter.counter(metrics, "dropped");
    this.batches =
        BatchSpanProcessor.builder(new Leaving(exporter))
            .setMaxQueueSize(LONGEST)
            .setMaxExportBatchSize(AT_ONCE)
            .setScheduleDelay(PAUSE)
            .setExporterTimeout(CountedExporter.PATIENCE.plusSeconds(1))
            .build();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    batches.onStart(parent, span);
  }

  @Override
  public boolean isStartRequired() {
    return batches.isStartRequired();
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (!span.getSpanContext().isSampled()) {
      return;
    }
    if (waiting.incrementAndGet() > LONGEST) {
      waiting.decrementAndGet();
      dropped.increment();
      return;
    }
    batches.onEnd(span);
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public CompletableResultCode shutdown() {
    return batches.shutdown();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return batches.forceFlush();
  }

  /** Makes room as a batch goes on its way. */
  private final class Leaving implements SpanExporter {
    private final SpanExporter exporter;

    Leaving(SpanExporter exporter) {
      this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      waiting.addAndGet(-spans.size());
      return exporter.export(spans);
    }

    @Override
    public CompletableResultCode flush() {
      return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return exporter.shutdown();
    }
  }
}
