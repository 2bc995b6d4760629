package org.copytaster.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.copytaster.schemas.DeadLetter.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The key of a dead letter: where its record stood, a blank, and the record's own key. Each letter
 * has another one, so that a compacted topic keeps them all, and one can be taken away by its key.
 * What stood nowhere is told from others of its origin by its bytes. Letters of before there were
 * such keys have the record's own.
 */
final class LetterKey {

  private static final char BLANK = ' ';
  private static final char MORE = '/';
  private static final int BYTES_OF_DIGEST = 8;

  private LetterKey() {}

  static byte[] of(Origin origin, byte @Nullable [] original, byte @Nullable [] value) {
    var place = place(origin.topic(), "" + origin.partition(), "" + origin.offset());
    if (origin.offset() < 0 && value != null) {
      place += MORE + digest(value);
    }
    if (original == null) {
      return place.getBytes(US_ASCII);
    }
    var before = (place + BLANK).getBytes(US_ASCII);
    return ByteBuffer.allocate(before.length + original.length).put(before).put(original).array();
  }

  /** The key that the record had; null if it had none. */
  static byte @Nullable [] original(Headers headers, byte @Nullable [] key) {
    if (key == null) {
      return null;
    }
    var place = place(headers);
    if (!begins(key, place)) {
      return key;
    }
    int blank = blank(key, place.length);
    return blank < 0 ? null : Arrays.copyOfRange(key, blank + 1, key.length);
  }

  /** Whether a key begins with the place that the headers name. */
  static boolean hasPlace(Headers headers, byte[] key) {
    return begins(key, place(headers));
  }

  private static boolean begins(byte[] key, byte[] place) {
    return key.length >= place.length
        && Arrays.equals(place, Arrays.copyOf(key, place.length))
        && (key.length == place.length || key[place.length] == BLANK || key[place.length] == MORE);
  }

  private static byte[] place(Headers headers) {
    return place(
            EventHeaders.get(headers, DeadLetter.TOPIC).orElse(""),
            EventHeaders.get(headers, DeadLetter.PARTITION).orElse(""),
            EventHeaders.get(headers, DeadLetter.OFFSET).orElse(""))
        .getBytes(US_ASCII);
  }

  /** What stands behind the first blank: the record's own key, if it had one; else all of it. */
  static byte[] behindBlank(byte[] key) {
    return Arrays.copyOfRange(key, blank(key, 0) + 1, key.length);
  }

  private static int blank(byte[] key, int from) {
    for (int i = from; i < key.length; i++) {
      if (key[i] == BLANK) {
        return i;
      }
    }
    return -1;
  }

  private static String place(String topic, String partition, String offset) {
    return topic + MORE + partition + MORE + offset;
  }

  private static String digest(byte[] value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(value);
      return HexFormat.of().formatHex(digest, 0, BYTES_OF_DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
