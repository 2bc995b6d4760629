package org.copytaster.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.utils.Utils;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.record.FeedState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each feed has been read, in the topic {@code news.feeds}; and whose turn it is to poll
 * it. The instances are a consumer group: who is assigned the partition of a source has it, reads
 * its state from there first, and loses it with the partition. What a late loser still takes, the
 * desk recognises as a repeat.
 *
 * <p>{@link #follow} and {@link #close} are for one thread, the rest for all.
 */
final class FeedStates implements ConsumerRebalanceListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedStates.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Consumer<String, FeedState> consumer;
  private final Producer<String, Object> producer;
  private final String topic;
  private final KeptStates states = new KeptStates();

  /** Where the partitions ended when we got them. */
  private final Map<Integer, Long> ends = new ConcurrentHashMap<>();

  private final Set<Integer> restored = ConcurrentHashMap.newKeySet();
  private volatile int partitions;

  FeedStates(
      Consumer<String, FeedState> consumer, Producer<String, Object> producer, String topic) {
    this.consumer = consumer;
    this.producer = producer;
    this.topic = topic;
    consumer.subscribe(List.of(topic), this);
  }

  /** Takes in what has been written, and which partitions are ours. */
  void follow() {
    try {
      for (var record : consumer.poll(POLL)) {
        if (record.value() != null) {
          states.read(record.key(), record.value());
        }
      }
    } catch (RecordDeserializationException e) {
      LOG.warn(
          "skipping what is no state of a feed at {} offset {}", e.topicPartition(), e.offset());
      consumer.seek(e.topicPartition(), e.offset() + 1);
    }
    ends.forEach(
        (partition, end) -> {
          if (!restored.contains(partition)
              && consumer.position(new TopicPartition(topic, partition), PATIENCE) >= end) {
            restored.add(partition);
          }
        });
  }

  /** Whether it is ours to poll this source, and its state is known. */
  boolean owns(String source) {
    return partitions > 0 && restored.contains(partition(source));
  }

  Optional<FeedState> of(String source) {
    return states.of(source);
  }

  /** Keeps a state; if the broker is away, here at least. */
  void save(FeedState state) {
    var source = state.getSource();
    states.written(state);
    var record = new ProducerRecord<String, Object>(topic, partition(source), source, state);
    var unused =
        producer.send(
            record,
            (written, e) -> {
              if (e != null) {
                states.lost(source);
                LOG.warn("the state of the feed {} could not be written: {}", source, Fault.of(e));
              }
            });
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    partitions = consumer.partitionsFor(topic, PATIENCE).size();
    consumer.seekToBeginning(assigned);
    consumer
        .endOffsets(assigned, PATIENCE)
        .forEach((partition, end) -> ends.put(partition.partition(), end));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    for (var partition : revoked) {
      ends.remove(partition.partition());
      restored.remove(partition.partition());
      states.handedOver(source -> partition(source) == partition.partition());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close();
  }

  /** As producers choose it for a key, said here so that nobody needs to agree. */
  private int partition(String source) {
    return Utils.toPositive(Utils.murmur2(source.getBytes(UTF_8))) % Math.max(1, partitions);
  }
}
