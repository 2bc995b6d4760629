package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Requests;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** A console with editors of all sorts, and dead letters that the test writes itself. */
final class LetterBench implements AutoCloseable {

  final HeldBench held;
  final Secret ops = KeyHash.newKey();
  final Secret reader = KeyHash.newKey();
  final Secret viewer = KeyHash.newKey();
  private final Lane lane;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong offsets = new AtomicLong();

  LetterBench(Lane lane, Path directory) throws Exception {
    this.lane = lane;
    held = new HeldBench(lane, directory);
    held.editor("ops", ops, "[see-letters, replay, park]");
    held.editor("reader", reader, "[see-letters, read-letters, replay, park]");
    held.editor("viewer", viewer, "see-letters");
    var config = lane.kafka().producer();
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD_BYTES);
    var bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(config, bytes, bytes);
    for (var key : List.of(ops, reader, viewer)) {
      await().until(() -> held.get("/v1/dead-letters", key).statusCode() == 200);
    }
  }

  /** A letter of an article. */
  void letter(String guid, String value, String reason) {
    var record = record(lane.topics().articles(), guid, value.getBytes(UTF_8));
    send(
        DeadLetter.of(
            record, lane.topics().deadLetters(), new IllegalStateException("quotes"), reason));
  }

  /** The record of an article at a place of its own. */
  ConsumerRecord<byte[], byte[]> record(String topic, String guid, byte[] value) {
    var record =
        new ConsumerRecord<>(topic, 0, offsets.getAndIncrement(), guid.getBytes(UTF_8), value);
    EventHeaders.put(record.headers(), "ce_id", guid + ":1");
    return record;
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The list once it has so many. */
  JsonNode list(String query, int count) {
    return await()
        .until(
            () -> json(held.get("/v1/dead-letters" + query, viewer)),
            list -> list.path("count").asInt(-1) == count);
  }

  /** The letter of a guid, once it is known. */
  String path(String guid) {
    var letter = list("?state=all&guid=" + guid, 1).path("letters").get(0);
    return "/v1/dead-letters/" + letter.path("letter").asText();
  }

  HttpResponse<String> post(String path, @Nullable Secret key, String body) throws Exception {
    var request = Requests.post(held.base() + path, "application/json", body);
    return Requests.send(
        key == null ? request : request.header("Authorization", "Bearer " + key.reveal()));
  }

  /** What stands on the topic of articles of a guid. */
  List<ConsumerRecord<byte[], byte[]>> articles(String guid) {
    return Reading.bytes(lane.kafka(), lane.topics().articles(), 0).stream()
        .filter(record -> guid.equals(new String(record.key(), UTF_8)))
        .toList();
  }

  @Override
  public void close() {
    producer.close();
    held.close();
  }
}
