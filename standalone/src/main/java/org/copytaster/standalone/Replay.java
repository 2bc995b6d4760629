package org.copytaster.standalone;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Replays every dead letter that {@code wanted} takes.
   *
   * @param told is told of each one before it is copied
   * @return how many there were
   */
  int run(
      Predicate<ConsumerRecord<byte[], byte[]>> wanted,
      Consumer<ConsumerRecord<byte[], byte[]>> told)
      throws ExecutionException, InterruptedException {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(kafka.consumer(), bytes, bytes);
        var producer =
            new KafkaProducer<>(
                kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var topic = new Topics(kafka.topicPrefix()).deadLetters();
      consumer.assign(
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList());
      var ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
      consumer.seekToBeginning(consumer.assignment());
      int found = 0;
      while (behind(consumer, ends)) {
        for (var letter : consumer.poll(Duration.ofMillis(500))) {
          if (before(letter, ends) && wanted.test(letter)) {
            told.accept(letter);
            found++;
            if (!dryRun) {
              producer.send(DeadLetter.replay(letter)).get();
            }
          }
        }
      }
      return found;
    }
  }

  private static boolean behind(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private static boolean before(
      ConsumerRecord<byte[], byte[]> letter, Map<TopicPartition, Long> ends) {
    var at = new TopicPartition(letter.topic(), letter.partition());
    return letter.offset() < ends.getOrDefault(at, 0L);
  }
}
