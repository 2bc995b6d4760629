package org.copytaster.parts.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.schemas.RecordSerdes;

/** Reads topics as any subscriber would: committed records only, from the start. */
public final class Reading {

  private Reading() {}

  /**
   * All records of a topic, once at least {@code atLeast} of them are there; what comes within a
   * moment after those is read, too, so that a double would be seen.
   */
  public static <T extends SpecificRecord> List<ConsumerRecord<String, T>> records(
      KafkaSettings kafka, String topic, int atLeast) {
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    return read(kafka, topic, atLeast, new StringDeserializer(), serdes.newDeserializer());
  }

  /** The same with keys and values as bytes. */
  public static List<ConsumerRecord<byte[], byte[]>> bytes(
      KafkaSettings kafka, String topic, int atLeast) {
    var bytes = new ByteArrayDeserializer();
    return read(kafka, topic, atLeast, bytes, bytes);
  }

  /** What stands under each key of a compacted topic; those that were taken away are left out. */
  public static <T extends SpecificRecord> Map<String, T> state(KafkaSettings kafka, String topic) {
    var state = new HashMap<String, T>();
    for (var record : Reading.<T>records(kafka, topic, 0)) {
      if (record.value() == null) {
        state.remove(record.key());
      } else {
        state.put(record.key(), record.value());
      }
    }
    return state;
  }

  /** How many records have been written to a topic so far, if no one wrote in transactions. */
  public static long count(KafkaSettings kafka, String topic) {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(kafka.consumer(), bytes, bytes)) {
      consumer.assign(partitions(consumer, topic)); // the client warns of what is not assigned
      return consumer.endOffsets(consumer.assignment()).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static <K, V> List<ConsumerRecord<K, V>> read(
      KafkaSettings kafka,
      String topic,
      int atLeast,
      Deserializer<K> keys,
      Deserializer<V> values) {
    var read = new ArrayList<ConsumerRecord<K, V>>();
    try (var consumer = new KafkaConsumer<>(kafka.consumer(), keys, values)) {
      consumer.assign(partitions(consumer, topic));
      consumer.seekToBeginning(consumer.assignment());
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      int quiet = 0;
      while (System.nanoTime() < deadline && (read.size() < atLeast || quiet < 2)) {
        var records = consumer.poll(Duration.ofMillis(300));
        records.forEach(read::add);
        quiet = records.isEmpty() ? quiet + 1 : 0;
      }
    }
    return read;
  }
}
