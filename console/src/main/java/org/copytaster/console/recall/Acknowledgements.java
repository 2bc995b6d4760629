package org.copytaster.console.recall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Acknowledgement;
import org.jspecify.annotations.Nullable;

/** Writes acknowledgements to their topic. What counts is what stands there, not in the store. */
public final class Acknowledgements implements AutoCloseable {

  private final Producer<String, Acknowledgement> producer;
  private final Topics topics;
  private final Clock clock;

  private Acknowledgements(Producer<String, Acknowledgement> producer, Topics topics, Clock clock) {
    this.producer = producer;
    this.topics = topics;
    this.clock = clock;
  }

  /** With a producer of its own, which gives up after seconds: somebody waits for the answer. */
  public static Acknowledgements of(KafkaSettings kafka, Clock clock) {
    var config = kafka.producer();
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "copytaster-console");
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    return new Acknowledgements(
        new KafkaProducer<>(
            config, new StringSerializer(), serdes.<Acknowledgement>newSerializer()),
        new Topics(kafka.topicPrefix()),
        clock);
  }

  /**
   * A recall that was acted on.
   *
   * @param id of the recall
   * @param trace the traceparent of whoever says so; null for a new one
   */
  public record Deed(
      String id, String guid, String subscriber, @Nullable String note, @Nullable String trace) {}

  /**
   * Writes one.
   *
   * @return when it came to the broker, once all replicas that are in sync have it; fails with a
   *     {@link KafkaException} if they do not in time
   */
  public CompletableFuture<Instant> write(Deed deed) {
    var now = clock.instant();
    var note = deed.note();
    var value =
        Acknowledgement.newBuilder()
            .setRecallId(deed.id())
            .setGuid(deed.guid())
            .setSubscriber(deed.subscriber())
            .setTime(now)
            .setNote(note == null ? null : Wording.plain(note, Wording.LONGEST_REASON))
            .build();
    var written = new CompletableFuture<Instant>();
    try {
      var record = new ProducerRecord<>(topics.acknowledgements(), deed.guid(), value);
      EventHeaders.describe(
          record.headers(),
          EventHeaders.RECALL_ACKNOWLEDGED,
          "console",
          deed.id() + ":" + deed.subscriber(),
          now);
      EventHeaders.trace(record.headers(), deed.trace());
      var unused =
          producer.send(
              record,
              (metadata, problem) -> {
                if (problem == null) {
                  written.complete(Instant.ofEpochMilli(metadata.timestamp()));
                } else {
                  written.completeExceptionally(problem);
                }
              });
    } catch (RuntimeException e) {
      written.completeExceptionally(e);
    }
    return written;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
