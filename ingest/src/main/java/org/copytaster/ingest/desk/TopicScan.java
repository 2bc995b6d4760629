package org.copytaster.ingest.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads topics once, from their beginning to where they end when the reading starts. */
public final class TopicScan {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(500);

  private TopicScan() {}

  /**
   * Hands every record to {@code taken}, partition by partition in order.
   *
   * @param consumer is assigned the topics; the caller closes it
   */
  public static <K, V> void read(
      KafkaConsumer<K, V> consumer, List<String> topics, Consumer<ConsumerRecord<K, V>> taken) {
    var partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    var ends = consumer.endOffsets(partitions, PATIENCE);
    consumer.seekToBeginning(partitions);
    while (behind(consumer, ends)) {
      for (var record : consumer.poll(POLL)) {
        var at = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.getOrDefault(at, 0L)) {
          taken.accept(record);
        }
      }
    }
  }

  private static boolean behind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }
}
