package org.copytaster.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;

/**
 * The names of all spans, and of what stands on them. OpenTelemetry's conventions for messaging are
 * still in development; where they change, they change here alone. Nothing of an article's text has
 * a name here, so none can stand on a span.
 */
public enum StepKind {

  /** Copy is handed over: by a push, a file or a feed. */
  RECEIVE("receive copy", SpanKind.SERVER),

  /** An article and its receipt are written, until the broker has both. */
  PUBLISH("publish article", SpanKind.PRODUCER),

  /** The version gate judges a record. */
  VERSION_GATE("judge version", SpanKind.CONSUMER),

  /** The embargo gate decides whether an article is held. */
  EMBARGO_GATE("judge embargo", SpanKind.INTERNAL),

  /** What was held goes on. */
  RELEASE("release article", SpanKind.INTERNAL),

  /** An article is tagged, and goes out. */
  TAG("tag article", SpanKind.PRODUCER),

  /** An article is stored, from when its batch was begun until that is committed. */
  STORE("store article", SpanKind.CONSUMER),

  /** A batch is stored; has links to the articles in it. */
  STORE_BATCH("store batch", SpanKind.INTERNAL),

  /** An editor wants something done with a held article. */
  ACT("ask for act", SpanKind.PRODUCER),

  /** The embargo gate decides on what an editor wants. */
  JUDGE_ACT("judge act", SpanKind.CONSUMER),

  /** A recall is posted to a subscriber. */
  DELIVER("deliver recall", SpanKind.CLIENT);

  static final AttributeKey<String> GUID = AttributeKey.stringKey("copytaster.guid");
  static final AttributeKey<Long> VERSION = AttributeKey.longKey("copytaster.version");
  static final AttributeKey<String> SOURCE = AttributeKey.stringKey("copytaster.source");
  static final AttributeKey<String> DECISION = AttributeKey.stringKey("copytaster.decision");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
  static final AttributeKey<Long> COUNT = AttributeKey.longKey("messaging.batch.message_count");

  private final String written;
  private final SpanKind kind;

  StepKind(String written, SpanKind kind) {
    this.written = written;
    this.kind = kind;
  }

  /** The span's name. */
  public String written() {
    return written;
  }

  SpanKind kind() {
    return kind;
  }
}
