package org.copytaster.benchmarks.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.EnrichedArticle;

/** Reads {@code news.enriched} from its beginning to its end, and knows how far the groups are. */
final class EnrichedTopic {

  private static final Duration QUIET = Duration.ofSeconds(10);

  private final KafkaSettings kafka;

  EnrichedTopic(Map<String, String> variables) {
    this.kafka = KafkaSettings.read(Settings.of(variables));
  }

  /** Hands over each record, those of one partition in order. */
  void read(Consumer<EnrichedArticle> to) {
    var topic = new Topics(kafka.topicPrefix()).enriched();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    try (var consumer =
        new KafkaConsumer<>(
            kafka.consumer(),
            new StringDeserializer(),
            serdes.<EnrichedArticle>newDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(found -> new TopicPartition(topic, found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = new HashMap<>(consumer.endOffsets(partitions));
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(QUIET).forEach(record -> to.accept(record.value()));
      }
    }
  }

  /** Records that enrich and sink have still to work on. */
  long lag() throws Exception {
    try (var admin = Admin.create(kafka.admin());
        var consumer =
            new KafkaConsumer<>(
                kafka.consumer(), new StringDeserializer(), new StringDeserializer())) {
      long lag = 0;
      for (var group : List.of("copytaster-enrich", "copytaster-sink")) {
        var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        var ends = consumer.endOffsets(new ArrayList<>(committed.keySet()));
        lag +=
            Stream.of(committed.entrySet())
                .flatMap(entries -> entries.stream())
                .mapToLong(each -> ends.getOrDefault(each.getKey(), 0L) - each.getValue().offset())
                .sum();
      }
      return lag;
    }
  }
}
