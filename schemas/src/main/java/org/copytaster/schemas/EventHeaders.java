package org.copytaster.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Record headers: CloudEvents 1.0 in binary mode (Kafka protocol binding, section 3.2) and W3C
 * Trace Context's {@code traceparent}.
 */
public final class EventHeaders {

  public static final String ARTICLE_RECEIVED = "org.copytaster.article.received";
  public static final String ARTICLE_ENRICHED = "org.copytaster.article.enriched";
  public static final String ENTITY_MENTIONED = "org.copytaster.entity.mentioned";
  public static final String ENTITY_RETRACTED = "org.copytaster.entity.retracted";
  public static final String ACT_ASKED = "org.copytaster.act.asked";
  public static final String ACT_DECIDED = "org.copytaster.act.decided";
  public static final String ARTICLE_HELD = "org.copytaster.article.held";
  public static final String ARTICLE_RECALLED = "org.copytaster.article.recalled";
  public static final String RECALL_ACKNOWLEDGED = "org.copytaster.recall.acknowledged";
  public static final String RECEIPT_WRITTEN = "org.copytaster.receipt.written";

  static final String ID = "ce_id";

  private static final String TRACEPARENT = "traceparent";

  /** Trace Context, section 3.2: version, trace id, parent id, flags; all-zero ids are invalid. */
  private static final Pattern TRACE =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private EventHeaders() {}

  /** Sets the headers of an event, replacing those of the event that it was made from. */
  public static void describe(
      Headers headers, String type, String source, ReceiptKey subject, Instant time) {
    describe(headers, type, source, subject.key(), time);
  }

  /** The same for an event that is known by {@code id}. */
  public static void describe(
      Headers headers, String type, String source, String id, Instant time) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_type", type);
    put(headers, "ce_source", "/copytaster/" + source);
    put(headers, ID, id);
    put(headers, "ce_time", time.toString());
    put(headers, "content-type", "application/avro");
  }

  /** Sets {@code traceparent} to {@code received} if that is one, else to a new root. */
  public static void trace(Headers headers, @Nullable String received) {
    put(
        headers,
        TRACEPARENT,
        received != null && TRACE.matcher(received).matches() ? received : newTrace());
  }

  /** The value of a header as text. */
  public static Optional<String> get(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }

  /** The trace that a record belongs to. */
  public static Optional<String> trace(Headers headers) {
    return get(headers, TRACEPARENT);
  }

  public static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }

  private static String newTrace() {
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(random.nextLong())
        + hex.toHexDigits(random.nextLong() | 1)
        + "-"
        + hex.toHexDigits(random.nextLong() | 1)
        + "-01";
  }
}
