package org.copytaster.standalone.up;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.health.Answering;

/**
 * Asks the broker how far a group is that commits in transactions. After a crash the broker may
 * take a transaction for open for ever that it ended long ago (Kafka 4.3.1, seen in a run of
 * faults; docs/reliability.md). Then whoever takes over the partition waits for ever, and only a
 * broker that reads its log anew forgets it. A transaction that is open indeed ends by its timeout.
 */
final class StableOffsets implements Answering.Question {

  private static final int SECONDS = 3;

  private final String group;
  private final Admin admin;
  private final String log;
  private Look before = Look.NOTHING;

  private record OpenTransaction(TopicPartition partition, long producer, long begin) {}

  private record Look(Set<TopicPartition> heldBack, Set<OpenTransaction> open) {

    private static final Look NOTHING = new Look(Set.of(), Set.of());

    boolean unexplainedAfter(Look last) {
      return heldBack.stream().anyMatch(last.heldBack::contains)
          && open.stream().noneMatch(last.open::contains);
    }
  }

  /** Asks for a group of that broker. */
  StableOffsets(KafkaSettings kafka, String group) {
    this(kafka, group, Topic.GROUP_METADATA_TOPIC_NAME);
  }

  /**
   * @param log the topic that knows which transactions are open
   */
  StableOffsets(KafkaSettings kafka, String group, String log) {
    this.group = group;
    this.log = log;
    this.admin = Admin.create(kafka.probe("copytaster-offsets", Duration.ofSeconds(SECONDS)));
  }

  /**
   * Returns if the offsets are known, and if something else than a forgotten transaction may keep
   * them from being known: a broker that does not answer has a watch of its own, and a transaction
   * that was open at the last question already ends by its timeout.
   *
   * @throws TimeoutException if one was not known the last time either, though nothing is in the
   *     way
   */
  @Override
  public void ask() throws TimeoutException, InterruptedException {
    var last = before;
    before = look();
    if (before.unexplainedAfter(last)) {
      throw new TimeoutException("no transaction is open, and an offset is not known");
    }
  }

  private Look look() throws InterruptedException {
    try {
      var heldBack = heldBack();
      return heldBack.isEmpty() ? Look.NOTHING : new Look(heldBack, open());
    } catch (ExecutionException | TimeoutException e) {
      return Look.NOTHING;
    }
  }

  /** Partitions for which the group has an offset that the broker does not tell for certain. */
  private Set<TopicPartition> heldBack()
      throws ExecutionException, TimeoutException, InterruptedException {
    var partitions = new HashSet<>(offsets(false));
    partitions.removeAll(offsets(true));
    return partitions;
  }

  private Set<TopicPartition> offsets(boolean certain)
      throws ExecutionException, TimeoutException, InterruptedException {
    return admin
        .listConsumerGroupOffsets(
            Map.of(group, new ListConsumerGroupOffsetsSpec()),
            new ListConsumerGroupOffsetsOptions().requireStable(certain))
        .partitionsToOffsetAndMetadata(group)
        .get(SECONDS, TimeUnit.SECONDS)
        .keySet();
  }

  /** The transactions that the log knows as open. */
  private Set<OpenTransaction> open()
      throws ExecutionException, TimeoutException, InterruptedException {
    var described =
        admin.describeTopics(Set.of(log)).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
    var found = new HashSet<OpenTransaction>();
    admin
        .describeProducers(partitions(described.values()))
        .all()
        .get(SECONDS, TimeUnit.SECONDS)
        .forEach(
            (partition, state) ->
                state.activeProducers().stream()
                    .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                    .map(
                        producer ->
                            new OpenTransaction(
                                partition,
                                producer.producerId(),
                                producer.currentTransactionStartOffset().getAsLong()))
                    .forEach(found::add));
    return found;
  }

  private static Set<TopicPartition> partitions(Collection<TopicDescription> topics) {
    return topics.stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
