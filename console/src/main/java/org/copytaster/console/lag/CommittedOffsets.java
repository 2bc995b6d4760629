package org.copytaster.console.lag;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What all consumer groups have committed, as far as it is about our topics. */
final class CommittedOffsets {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Whoever may read may name a group: of those of others so many are looked at. */
  private static final int MOST_OTHERS = 30;

  private static final int LONGEST_NAME = 100;

  private final Admin admin;
  private final Set<String> topics;
  private final Set<String> ours;

  /**
   * @param topics that count
   * @param ours groups that are always looked at
   */
  CommittedOffsets(Admin admin, Set<String> topics, Set<String> ours) {
    this.admin = admin;
    this.topics = Set.copyOf(topics);
    this.ours = Set.copyOf(ours);
  }

  /**
   * The offsets by group; a group without one on our topics is left out.
   *
   * @throws KafkaException if the broker does not answer
   */
  Map<String, Map<TopicPartition, Long>> now() {
    var others =
        await(admin.listGroups().all()).stream()
            .map(GroupListing::groupId)
            .filter(group -> !ours.contains(group) && group.length() <= LONGEST_NAME)
            .sorted()
            .toList();
    var all = new TreeMap<>(ofOurTopics(List.copyOf(ours)));
    ofOurTopics(others).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST_OTHERS)
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    return all;
  }

  private Map<String, Map<TopicPartition, Long>> ofOurTopics(List<String> groups) {
    if (groups.isEmpty()) {
      return Map.of();
    }
    var asked =
        admin.listConsumerGroupOffsets(
            groups.stream()
                .collect(
                    Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())));
    var found = new HashMap<String, Map<TopicPartition, Long>>();
    for (var group : groups) {
      var offsets = committed(asked.partitionsToOffsetAndMetadata(group));
      if (!offsets.isEmpty()) {
        found.put(group, offsets);
      }
    }
    return found;
  }

  private Map<TopicPartition, Long> committed(
      KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> asked) {
    var offsets = new HashMap<TopicPartition, Long>();
    await(asked)
        .forEach(
            (partition, offset) -> {
              if (offset != null && topics.contains(partition.topic())) {
                offsets.put(partition, offset.offset());
              }
            });
    return offsets;
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not answer", e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
