package org.copytaster.console.follow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.copytaster.runtime.KafkaSettings;

/** Fetches single records whose place is known. One at a time is fetched, the others wait. */
public final class RecordFetch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Connects at the first fetch. */
  public RecordFetch(KafkaSettings kafka) {
    var config = kafka.consumer();
    config.put("max.poll.records", 1);
    config.put("max.partition.fetch.bytes", 64 * 1024);
    var bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(config, bytes, bytes);
  }

  /**
   * The record at a place; empty if none stands there, or no longer.
   *
   * @throws KafkaException if the broker does not answer in time
   */
  public synchronized Optional<ConsumerRecord<byte[], byte[]>> at(
      String topic, int partition, long offset) {
    var place = new TopicPartition(topic, partition);
    consumer.assign(List.of(place));
    long end = consumer.endOffsets(List.of(place), PATIENCE).getOrDefault(place, 0L);
    long begin = consumer.beginningOffsets(List.of(place), PATIENCE).getOrDefault(place, 0L);
    if (offset < begin || offset >= end) {
      return Optional.empty();
    }
    consumer.seek(place, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (var record : consumer.poll(POLL)) {
        return record.offset() == offset ? Optional.of(record) : Optional.empty();
      }
      if (consumer.position(place, PATIENCE) > offset) {
        return Optional.empty();
      }
    }
    throw new TimeoutException("the broker does not answer");
  }

  @Override
  public synchronized void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
