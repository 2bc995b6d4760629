package org.copytaster.ingest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The received bytes in {@code news.originals}, with what was known beside them in the headers, so
 * that a better reader can read them again. Copy that cannot be read goes to the dead letters as if
 * it had come from there: a replay puts it among the originals.
 */
final class Originals {

  private static final Logger LOG = LoggerFactory.getLogger(Originals.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final SparseLog unkept = new SparseLog(LOG, Level.WARN);
  private final Producer<byte[], byte[]> producer;
  private final Topics topics;

  Originals(Producer<byte[], byte[]> producer, Topics topics) {
    this.producer = producer;
    this.topics = topics;
  }

  /** Keeps the bytes; false if the broker did not acknowledge. */
  boolean keep(String key, Delivery delivery, String format) {
    var headers = headers(delivery);
    EventHeaders.put(headers, OriginalHeaders.FORMAT, format);
    return sent(record(topics.originals(), key, delivery, headers));
  }

  /** Keeps what cannot be taken, with the reason; false if the broker did not acknowledge. */
  boolean refuse(Delivery delivery, List<FieldProblem> problems) {
    var cause = new UnreadableCopyException(problems);
    var headers = headers(delivery);
    var origin = new DeadLetter.Origin(topics.originals(), -1, -1);
    DeadLetter.describe(headers, origin, cause, cause.sentence());
    var key = Digests.sha256(delivery.copy().bytes());
    var bytes = delivery.copy().bytes();
    return sent(DeadLetter.of(topics.deadLetters(), origin, key.getBytes(UTF_8), bytes, headers));
  }

  private static Headers headers(Delivery delivery) {
    var headers = new RecordHeaders();
    var copy = delivery.copy();
    var hints = delivery.hints();
    put(headers, OriginalHeaders.MEDIA_TYPE, hints.mediaType());
    put(headers, OriginalHeaders.CHARSET, copy.charset());
    put(headers, OriginalHeaders.FILE_NAME, hints.fileName());
    put(headers, OriginalHeaders.SET_FORMAT, hints.format());
    put(headers, OriginalHeaders.ZONE, copy.circumstances().zone().getId());
    put(headers, OriginalHeaders.RECEIVED_AT, copy.circumstances().receivedAt().toString());
    var defaults = copy.circumstances().defaults();
    put(headers, OriginalHeaders.SENDER, delivery.sender().name());
    if (!delivery.sender().guidPrefixes().isEmpty()) {
      put(headers, OriginalHeaders.SENDER_GUIDS, json(delivery.sender().guidPrefixes()));
    }
    put(headers, OriginalHeaders.DEFAULT_LANGUAGE, defaults.language());
    put(headers, OriginalHeaders.DEFAULT_LOCALE, defaults.locale());
    put(headers, OriginalHeaders.DEFAULT_USAGE_TERMS, defaults.usageTerms());
    put(headers, OriginalHeaders.GIVEN, json(new TreeMap<>(copy.given())));
    EventHeaders.trace(headers, delivery.traceparent());
    return headers;
  }

  private static String json(Object texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always writable", e);
    }
  }

  private static void put(Headers headers, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      EventHeaders.put(headers, name, value);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String key, Delivery delivery, Headers headers) {
    return new ProducerRecord<>(topic, null, key.getBytes(UTF_8), delivery.copy().bytes(), headers);
  }

  private boolean sent(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while waiting for the broker", e);
    } catch (ExecutionException | KafkaException e) {
      unkept.say("copy could not be kept in {}: {}", record.topic(), Fault.of(e));
      return false;
    }
  }
}
