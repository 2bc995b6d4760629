package org.copytaster.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The original bytes of a record that could not be processed, with the cause in its headers. The
 * header names are those of Kafka Streams (KIP-1034), so that one replay reads the dead letters of
 * every service.
 */
public final class DeadLetter {

  public static final String EXCEPTION = "__streams.errors.exception";
  public static final String MESSAGE = "__streams.errors.message";
  public static final String STACKTRACE = "__streams.errors.stacktrace";
  public static final String TOPIC = "__streams.errors.topic";
  public static final String PARTITION = "__streams.errors.partition";
  public static final String OFFSET = "__streams.errors.offset";

  /** On what a replay has put back: the partition and offset that it had as a dead letter. */
  private static final String REPLAYED = "copytaster.replayed";

  /** On what a replay has put back: how often that was done to these bytes. */
  private static final String REPLAYS = "copytaster.replays";

  /** Where a record stood that could not be processed; partition and offset are -1 if nowhere. */
  public record Origin(String topic, int partition, long offset) {}

  private static final int LONGEST_MESSAGE = 1_000;
  private static final int LONGEST_STACKTRACE = 4_000;

  private DeadLetter() {}

  /**
   * A dead letter for {@code record}.
   *
   * @param deadLetters the topic that it goes to
   * @param reason one sentence without any of the article's text; it is cut if it is long
   */
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> record, String deadLetters, Throwable cause, String reason) {
    var headers = new RecordHeaders(record.headers());
    var origin = new Origin(record.topic(), record.partition(), record.offset());
    describe(headers, origin, cause, reason);
    Long timestamp = record.timestamp() < 0 ? null : record.timestamp();
    var key = LetterKey.of(origin, record.key(), record.value());
    return new ProducerRecord<>(deadLetters, null, timestamp, key, record.value(), headers);
  }

  /**
   * A dead letter of bytes that stand in no record that could be named.
   *
   * @param headers with the cause, see {@link #describe}
   * @param key that the bytes have, or would have, on the topic that they came from
   */
  public static ProducerRecord<byte[], byte[]> of(
      String deadLetters,
      Origin origin,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers) {
    var letterKey = LetterKey.of(origin, key, value);
    return new ProducerRecord<>(deadLetters, null, null, letterKey, value, headers);
  }

  /**
   * What takes a letter away: compaction removes its bytes.
   *
   * @param partition where it stands
   */
  public static ProducerRecord<byte[], byte[]> removal(
      String deadLetters, int partition, byte[] letterKey) {
    return new ProducerRecord<>(deadLetters, partition, letterKey, null);
  }

  /**
   * Whose text a letter holds, where its origin tells: articles have their guid for a key.
   *
   * @param version as the record's headers have it; null where they do not
   */
  public record About(String guid, @Nullable Integer version) {}

  /** The same of {@code letter}; empty for copy that could not be read, and what has no text. */
  public static Optional<About> about(ConsumerRecord<byte[], byte[]> letter, Topics topics) {
    var from = topicOf(letter.headers()).orElse("");
    var key = LetterKey.original(letter.headers(), letter.key());
    if (key == null || !topics.ofArticles().contains(from)) {
      return Optional.empty();
    }
    var guid = new String(key, UTF_8);
    var version =
        EventHeaders.get(letter.headers(), EventHeaders.ID)
            .flatMap(ReceiptKey::of)
            .filter(of -> of.guid().equals(guid))
            .map(ReceiptKey::version)
            .orElse(null);
    return Optional.of(new About(guid, version));
  }

  /**
   * Puts the cause into {@code headers}. The stack trace holds class and method names only:
   * messages of foreign exceptions may quote the text, which may be under embargo.
   */
  public static void describe(Headers headers, Origin origin, Throwable cause, String reason) {
    EventHeaders.put(headers, EXCEPTION, cause.getClass().getName());
    EventHeaders.put(headers, MESSAGE, Wording.plain(reason, LONGEST_MESSAGE));
    EventHeaders.put(headers, STACKTRACE, frames(cause));
    EventHeaders.put(headers, TOPIC, origin.topic());
    EventHeaders.put(headers, PARTITION, Integer.toString(origin.partition()));
    EventHeaders.put(headers, OFFSET, Long.toString(origin.offset()));
  }

  /** What one of these headers says, cut to what people read; whatever wrote it. */
  public static Optional<String> said(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(Header::value)
        .map(value -> Wording.plain(value, Wording.LONGEST_REASON));
  }

  /** The topic that a dead letter came from. */
  public static Optional<String> topicOf(Headers headers) {
    return EventHeaders.get(headers, TOPIC);
  }

  /** Whether a record is a dead letter that was put back where it came from. */
  public static boolean wasReplayed(Headers headers) {
    return EventHeaders.get(headers, REPLAYED).isPresent();
  }

  /** How often what became this record or letter was put back before. */
  public static int replays(Headers headers) {
    var counted =
        EventHeaders.get(headers, REPLAYS)
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Integer::parseInt);
    return counted.orElse(wasReplayed(headers) ? 1 : 0);
  }

  /**
   * What tells a letter from all others: its key. That of a letter of before keys had the place of
   * the record in them may be the key of another, too, so it gets the letter's own place.
   *
   * @return the Kafka key of what is said of the letter elsewhere
   */
  public static byte[] identity(ConsumerRecord<byte[], byte[]> letter) {
    var key = letter.key() == null ? new byte[0] : letter.key();
    return LetterKey.hasPlace(letter.headers(), key)
        ? key
        : (letter.partition() + "/" + letter.offset()).getBytes(UTF_8);
  }

  /**
   * A copy of a dead letter's bytes for the topic that it came from, without the error's headers
   * and with two that say that it was replayed, and how often.
   *
   * @throws IllegalArgumentException if the headers name no topic
   */
  public static ProducerRecord<byte[], byte[]> replay(ConsumerRecord<byte[], byte[]> letter) {
    var topic =
        topicOf(letter.headers())
            .orElseThrow(
                () -> new IllegalArgumentException("the dead letter does not name its topic"));
    var headers = new RecordHeaders();
    for (var header : letter.headers()) {
      if (!header.key().startsWith("__streams.errors.")) {
        headers.add(header);
      }
    }
    EventHeaders.put(headers, REPLAYED, letter.partition() + "/" + letter.offset());
    EventHeaders.put(headers, REPLAYS, Integer.toString(replays(letter.headers()) + 1));
    var key = LetterKey.original(letter.headers(), letter.key());
    return new ProducerRecord<>(topic, null, null, key, letter.value(), headers);
  }

  private static String frames(Throwable cause) {
    var text = new StringBuilder();
    for (var next = Optional.of(cause);
        next.isPresent() && text.length() < LONGEST_STACKTRACE;
        next = Optional.ofNullable(next.get().getCause())) {
      text.append(next.get().getClass().getName()).append('\n');
      var frames = next.get().getStackTrace();
      for (int i = 0; i < Math.min(12, frames.length); i++) {
        text.append("  at ").append(frames[i]).append('\n');
      }
    }
    return text.substring(0, Math.min(text.length(), LONGEST_STACKTRACE));
  }
}
