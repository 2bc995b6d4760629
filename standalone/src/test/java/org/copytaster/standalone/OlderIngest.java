package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.formats.copy.Digests;
import org.copytaster.parts.Lane;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Stage;

/** What an ingest with other readers and rules has left behind in the topics. */
record OlderIngest(Lane lane) {

  private static final Instant RECEIVED = Instant.parse("2026-11-20T09:00:00.123456Z");

  /** Keeps JSON among the originals and no more, as of copy that its desk refused. */
  void refused(String copy) {
    send(topics().originals(), copy, headers());
  }

  /** Keeps JSON among the originals, and publishes what its reader made of it, with a receipt. */
  void published(String copy, Article.Builder reading) {
    var bytes = copy.getBytes(UTF_8);
    send(topics().originals(), copy, headers());
    var article =
        reading
            .setOriginal(Digests.sha256(bytes))
            .setReceivedAt(RECEIVED)
            .setContentHash("as read before")
            .build();
    var receipt = Receipts.of(article, Stage.PUBLISHED, RECEIVED, null, "ingest");
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var producer =
        new KafkaProducer<String, Object>(
            kafka.producer(), new StringSerializer(), serdes.newSerializer())) {
      producer.send(new ProducerRecord<>(topics().articles(), article.getGuid(), article)).get();
      var key = Receipts.keyOf(article).key();
      producer.send(new ProducerRecord<>(topics().receipts(), key, receipt)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("could not be published", e);
    }
  }

  /** Makes JSON a dead letter of the originals, as of copy that it could not read. */
  void couldNotRead(String copy) {
    var headers = headers();
    var origin = new DeadLetter.Origin(topics().originals(), -1, -1);
    DeadLetter.describe(headers, origin, new IllegalStateException(), "could not be read");
    send(topics().deadLetters(), copy, headers);
  }

  private static Headers headers() {
    var headers = new RecordHeaders();
    EventHeaders.put(headers, "copytaster.media-type", "application/json");
    EventHeaders.put(headers, "copytaster.received-at", RECEIVED.toString());
    return headers;
  }

  private void send(String topic, String copy, Headers headers) {
    var bytes = copy.getBytes(UTF_8);
    var key = Digests.sha256(bytes).getBytes(UTF_8);
    try (var producer =
        new KafkaProducer<>(
            lane.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, null, key, bytes, headers)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("could not be kept", e);
    }
  }

  private Topics topics() {
    return new Topics(lane.kafka().topicPrefix());
  }
}
