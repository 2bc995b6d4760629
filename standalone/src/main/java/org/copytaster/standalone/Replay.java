package org.copytaster.standalone;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.ingest.desk.TopicScan;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.Topics;

/**
 * Copies the bytes of dead letters back to the topics that they came from. What becomes a dead
 * letter again while it runs is not taken a second time.
 *
 * @param dryRun whether to look only
 */
record Replay(KafkaSettings kafka, boolean dryRun) {

  /**
   * Replays every dead letter that {@code wanted} takes.
   *
   * @param told is told of each one before it is copied
   * @return how many there were
   */
  int run(
      Predicate<ConsumerRecord<byte[], byte[]>> wanted,
      Consumer<ConsumerRecord<byte[], byte[]>> told) {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(kafka.consumer(), bytes, bytes);
        var producer =
            new KafkaProducer<>(
                kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var found = new AtomicInteger();
      TopicScan.read(
          consumer,
          List.of(new Topics(kafka.topicPrefix()).deadLetters()),
          letter -> {
            // one without bytes says that another was taken away
            if (letter.value() != null && wanted.test(letter)) {
              told.accept(letter);
              found.incrementAndGet();
              copy(letter, producer);
            }
          });
      return found.get();
    }
  }

  private void copy(ConsumerRecord<byte[], byte[]> letter, KafkaProducer<byte[], byte[]> producer) {
    if (dryRun) {
      return;
    }
    try {
      producer.send(DeadLetter.replay(letter)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while waiting for the broker", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take a dead letter back", e.getCause());
    }
  }
}
