package org.copytaster.console.letter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dead letter without its bytes; each text of it is short and plain.
 *
 * @param identity which tells it from all others, one character a byte
 * @param key the letter's Kafka key, in the same way
 * @param from the topic that it came from
 * @param about the guid of its article; null where that is not known
 * @param bytes how many it has
 * @param replays how often what became this letter was put back before
 */
record LetterLine(
    int partition,
    long offset,
    Instant time,
    String identity,
    String key,
    String from,
    String cause,
    String reason,
    @Nullable String about,
    @Nullable Integer version,
    int bytes,
    int replays) {

  static LetterLine of(ConsumerRecord<byte[], byte[]> letter, Topics topics) {
    var headers = letter.headers();
    var about = DeadLetter.about(letter, topics);
    return new LetterLine(
        letter.partition(),
        letter.offset(),
        Instant.ofEpochMilli(Math.max(0, letter.timestamp())),
        text(DeadLetter.identity(letter)),
        text(letter.key() == null ? new byte[0] : letter.key()),
        DeadLetter.said(headers, DeadLetter.TOPIC).orElse("?"),
        DeadLetter.said(headers, DeadLetter.EXCEPTION).orElse("?"),
        DeadLetter.said(headers, DeadLetter.MESSAGE).orElse(""),
        about.map(known -> known.guid()).orElse(null),
        about.map(known -> known.version()).orElse(null),
        letter.value().length,
        DeadLetter.replays(headers));
  }

  static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** Partition and offset, by which people name it. */
  String place() {
    return partition + "/" + offset;
  }

  /** The simple name of what was thrown. */
  String simpleCause() {
    return cause.substring(cause.lastIndexOf('.') + 1);
  }

  /** One header of a letter as people may read it. */
  static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    var value = EventHeaders.get(letter.headers(), name).orElse("");
    return Wording.plain(value.length() > 4_000 ? value.substring(0, 4_000) : value, 4_000);
  }
}
