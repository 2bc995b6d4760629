package org.copytaster.ingest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.copytaster.formats.Hints;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Defaults;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Copy as it was kept.
 *
 * @param key the SHA-256 of its bytes in hex
 * @param delivery as it was handed over
 * @param replayed whether it was a dead letter that somebody has put back to be taken after all
 */
record Original(String key, Delivery delivery, boolean replayed) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

  /** No guid begins so: nothing may be written by whoever cannot say what it may write. */
  private static final List<String> NONE = List.of("\0");

  /** From its record; a header that is missing or cannot be read counts as not given. */
  static Original of(ConsumerRecord<byte[], byte[]> record) {
    var headers = record.headers();
    var circumstances =
        new Circumstances(
            zone(headers),
            receivedAt(headers, Instant.ofEpochMilli(record.timestamp())),
            new Defaults(
                header(headers, OriginalHeaders.DEFAULT_LANGUAGE),
                header(headers, OriginalHeaders.DEFAULT_LOCALE),
                header(headers, OriginalHeaders.DEFAULT_USAGE_TERMS)));
    var copy =
        new Copy(
            record.value(),
            header(headers, OriginalHeaders.CHARSET),
            given(headers),
            circumstances);
    var mediaType = header(headers, OriginalHeaders.MEDIA_TYPE);
    var declared =
        new Hints(
            mediaType == null ? "" : mediaType,
            header(headers, OriginalHeaders.FILE_NAME),
            header(headers, OriginalHeaders.SET_FORMAT));
    var key = record.key() == null ? "" : new String(record.key(), UTF_8);
    var trace = EventHeaders.trace(headers).orElse(null);
    var sender = new Delivery.Sender(header(headers, OriginalHeaders.SENDER), guids(headers));
    return new Original(
        key, new Delivery(copy, declared, trace, sender), DeadLetter.wasReplayed(headers));
  }

  private static @Nullable String header(Headers headers, String name) {
    return EventHeaders.get(headers, name).orElse(null);
  }

  private static ZoneId zone(Headers headers) {
    try {
      return EventHeaders.get(headers, OriginalHeaders.ZONE).map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private static Instant receivedAt(Headers headers, Instant written) {
    try {
      return EventHeaders.get(headers, OriginalHeaders.RECEIVED_AT)
          .map(Instant::parse)
          .orElse(written);
    } catch (DateTimeException e) {
      return written;
    }
  }

  private static List<String> guids(Headers headers) {
    try {
      return JSON.readValue(
          EventHeaders.get(headers, OriginalHeaders.SENDER_GUIDS).orElse("[]"), LIST);
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }

  private static Map<String, String> given(Headers headers) {
    try {
      return JSON.readValue(EventHeaders.get(headers, OriginalHeaders.GIVEN).orElse("{}"), TEXTS);
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
