package org.copytaster.schemas;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Puts the dead letters of a guid into one partition, in the order in which they were written, so
 * that a replay brings its versions back in order. Other records go where Kafka would put them by
 * their key. A producer makes it by its name ({@code partitioner.class}).
 */
public final class LetterPartitioner implements Partitioner {

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    int partitions = cluster.partitionsForTopic(topic).size();
    if (keyBytes == null) {
      return ThreadLocalRandom.current().nextInt(partitions);
    }
    boolean letter = topic.endsWith(Topics.DEAD_LETTERS);
    var of = letter ? LetterKey.behindBlank(keyBytes) : keyBytes;
    return Utils.toPositive(Utils.murmur2(of)) % partitions;
  }

  @Override
  public void configure(Map<String, ?> config) {}

  @Override
  public void close() {}
}
