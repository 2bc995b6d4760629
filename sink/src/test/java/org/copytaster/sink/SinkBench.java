package org.copytaster.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Tables;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Receipt;

/** What tests of the sink do over and over: write to its topic, look into its tables. */
final class SinkBench implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Lane lane;
  private final Tables tables;
  private final Topics topics;
  private final RecordSerdes serdes;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Admin admin;
  private final Map<TopicPartition, Long> seen = new HashMap<>();
  private final List<Service> sinks = new ArrayList<>();
  private final List<Metrics> meters = new ArrayList<>();

  SinkBench(Lane lane) {
    this.lane = lane;
    tables = new Tables(lane.databaseUrl());
    KafkaSettings kafka = lane.kafka();
    topics = new Topics(kafka.topicPrefix());
    serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var config = new HashMap<>(kafka.producer());
    config.put("max.request.size", 2 * Topics.LARGEST_RECORD_BYTES);
    config.put("transactional.id", kafka.topicPrefix() + "bench");
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    admin = Admin.create(kafka.admin());
    var bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(kafka.consumer(), bytes, bytes);
  }

  Topics topics() {
    return topics;
  }

  /** A started sink that the bench closes at its end if nobody does before. */
  Service sink(String... more) {
    var all =
        new ArrayList<>(List.of("COPYTASTER_SINK_OPS_PORT", "0", "COPYTASTER_SINK_GROUP", group()));
    all.addAll(List.of(more));
    var settings = SinkSettings.read(lane.settings(all.toArray(String[]::new)));
    var measured = new Metrics("sink");
    meters.add(measured);
    var sink = Sink.service(settings, measured);
    sink.start();
    sinks.add(sink);
    return sink;
  }

  /** A sink that has its partitions. */
  Service readySink(String... more) {
    var sink = sink(more);
    await().atMost(PATIENCE).failFast("the sink is dead", () -> !sink.live()).until(sink::ready);
    return sink;
  }

  boolean allReady() {
    return sinks.stream().allMatch(Service::ready);
  }

  void closeSinks() {
    sinks.forEach(Service::close);
    sinks.clear();
  }

  /** Of all sinks that there were. */
  List<Metrics> meters() {
    return meters;
  }

  String group() {
    return lane.kafka().topicPrefix() + "sink";
  }

  /** Writes articles in one transaction, as the topology does. */
  void publish(EnrichedArticle... articles) {
    try (var serializer = serdes.<EnrichedArticle>newSerializer()) {
      producer.beginTransaction();
      for (var article : articles) {
        publishBytes(
            article.getArticle().getGuid(), serializer.serialize(topics.enriched(), article));
      }
      producer.commitTransaction();
    }
  }

  /** Writes any record of ours under a key, in a transaction as the topology does. */
  <T> void publish(String topic, String key, T value) {
    publish(topic, key, value, topic);
  }

  /** The same, whatever topic its schema is registered for. */
  <T> void publish(String topic, String key, T value, String schemaOf) {
    try (var serializer = serdes.<T>newSerializer()) {
      var bytes = serializer.serialize(schemaOf, value);
      producer.beginTransaction();
      send(new ProducerRecord<>(topic, key.getBytes(UTF_8), bytes));
      producer.commitTransaction();
    }
  }

  void publishGarbage(String guid) {
    producer.beginTransaction();
    publishBytes(guid, new byte[] {1, 2, 3});
    producer.commitTransaction();
  }

  /** Writes articles over all partitions. */
  void publishSpread(EnrichedArticle... articles) {
    try (var serializer = serdes.<EnrichedArticle>newSerializer()) {
      producer.beginTransaction();
      for (var article : articles) {
        send(
            new ProducerRecord<>(
                topics.enriched(),
                article.getArticle().getGuid().getBytes(UTF_8),
                serializer.serialize(topics.enriched(), article)));
      }
      producer.commitTransaction();
    }
  }

  private void publishBytes(String guid, byte[] value) {
    send(new ProducerRecord<>(topics.enriched(), 0, guid.getBytes(UTF_8), value));
  }

  /** Committing the transaction tells whether it came through. */
  private void send(ProducerRecord<byte[], byte[]> record) {
    var unused = producer.send(record);
  }

  /** All records of a topic since the bench was cleared. */
  List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    var partitions = partitions(topic);
    consumer.assign(partitions);
    partitions.forEach(each -> consumer.seek(each, seen.getOrDefault(each, 0L)));
    var ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(Duration.ofMillis(200)).forEach(found::add);
    }
    return found;
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(topic, p.partition()))
        .toList();
  }

  /** Empties the tables under a running sink, and looks away from what it has answered so far. */
  void clear() {
    execute(
        "truncate articles, article_versions, article_links, entities, mentions, timexes, recalls,"
            + " acknowledgements");
    for (var topic : List.of(topics.receipts(), topics.deadLetters())) {
      seen.putAll(consumer.endOffsets(partitions(topic)));
    }
  }

  List<Receipt> receipts() {
    try (var deserializer = serdes.<Receipt>newDeserializer()) {
      return all(topics.receipts()).stream()
          .map(record -> deserializer.deserialize(record.topic(), record.value()))
          .toList();
    }
  }

  /** How far the group is behind, by the tools that everybody uses. */
  long groupLag() {
    try {
      var committed = admin.listConsumerGroupOffsets(group()).partitionsToOffsetAndMetadata().get();
      return consumer.endOffsets(committed.keySet()).entrySet().stream()
          .mapToLong(
              end -> end.getValue() - Objects.requireNonNull(committed.get(end.getKey())).offset())
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Map<String, Object>> rows(String sql) {
    return tables.rows(sql);
  }

  void execute(String sql) {
    tables.execute(sql);
  }

  long count(String sql) {
    return tables.count(sql);
  }

  /** Waits until the whole topic is stored. */
  void awaitStored() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(groupLag()).isZero());
  }

  @Override
  public void close() {
    meters.forEach(each -> Marks.refuse("the metrics of the sink", each.scrape()));
    closeSinks();
    producer.close();
    consumer.close();
    admin.close();
  }
}
