package org.copytaster.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.log.LogField;
import org.copytaster.runtime.log.ShortText;
import org.jspecify.annotations.Nullable;

/**
 * A span that is under way. While it is open, what its thread logs has the article's guid, version
 * and source and the trace's id, whether spans are sent or not. Opened, used and closed by one
 * thread; closing it twice does nothing.
 */
public final class TracedStep implements AutoCloseable {

  /** Longer ones would be copy of somebody who means no good. */
  private static final int LONGEST = 300;

  private final Span span;
  private final boolean on;
  private final Deque<LogField.Said> said = new ArrayDeque<>();
  private boolean closed;

  TracedStep(Span span, boolean on, String service) {
    this.span = span;
    this.on = on;
    say(LogField.SERVICE, service);
    if (span.getSpanContext().isValid()) {
      say(LogField.TRACE_ID, span.getSpanContext().getTraceId());
    }
  }

  /** Says whose source it is about. */
  public TracedStep from(@Nullable String source) {
    if (source != null && !source.isEmpty()) {
      var bounded = bounded(source);
      span.setAttribute(StepKind.SOURCE, bounded);
      say(LogField.SOURCE, bounded);
    }
    return this;
  }

  /** Says which article it is about. */
  public TracedStep about(String guid, @Nullable Integer version) {
    var bounded = bounded(guid);
    span.setAttribute(StepKind.GUID, bounded);
    say(LogField.GUID, bounded);
    if (version != null) {
      span.setAttribute(StepKind.VERSION, (long) version);
      say(LogField.VERSION, version.toString());
    }
    return this;
  }

  /** Says which record was written or read; what is negative is not known. */
  public TracedStep at(String topic, int partition, long offset) {
    span.setAttribute(StepKind.SYSTEM, "kafka").setAttribute(StepKind.TOPIC, topic);
    if (partition >= 0) {
      span.setAttribute(StepKind.PARTITION, Integer.toString(partition));
    }
    if (offset >= 0) {
      span.setAttribute(StepKind.OFFSET, offset);
    }
    return this;
  }

  /**
   * Says what came of it.
   *
   * @param decision from a closed set of words
   */
  public TracedStep decided(String decision) {
    span.setAttribute(StepKind.DECISION, decision);
    return this;
  }

  /** Says how many records it is about. */
  public TracedStep of(long count) {
    span.setAttribute(StepKind.COUNT, count);
    return this;
  }

  /** Says that it failed; of the message nothing is repeated that is not ours. */
  public TracedStep failed(Throwable failure) {
    span.setAttribute(StepKind.ERROR, failure.getClass().getName());
    span.setStatus(StatusCode.ERROR, bounded(Fault.of(failure)));
    return this;
  }

  /** Says that it failed, in words of ours. */
  public TracedStep failed(String how) {
    span.setAttribute(StepKind.ERROR, bounded(how));
    span.setStatus(StatusCode.ERROR);
    return this;
  }

  /** Names another trace that has to do with this one; nothing if {@code other} is no trace. */
  public TracedStep linked(@Nullable String other) {
    var context = Traceparent.parse(other);
    if (context.isValid()) {
      span.addLink(context);
    }
    return this;
  }

  /** The same for a step that is under way, or was. */
  public TracedStep linked(TracedStep other) {
    span.addLink(other.context());
    return this;
  }

  /** What goes with that which is made of this, as W3C writes it; empty if nothing is traced. */
  public Optional<String> traceparent() {
    return on ? Optional.of(Traceparent.written(span.getSpanContext())) : Optional.empty();
  }

  SpanContext context() {
    return span.getSpanContext();
  }

  /** Ends it without anybody ever seeing it: there was nothing to tell. */
  public void forget() {
    if (!closed) {
      closed = true;
      unsay();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      span.end();
      unsay();
    }
  }

  private void say(LogField field, String value) {
    said.push(field.say(value));
  }

  private void unsay() {
    while (!said.isEmpty()) {
      said.pop().unsay();
    }
  }

  private static String bounded(String text) {
    return ShortText.of(text, LONGEST);
  }
}
