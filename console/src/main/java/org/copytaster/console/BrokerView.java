package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;

/** What the broker knows: how far the groups are behind, and what lies among the dead letters. */
final class BrokerView implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 5;
  private static final int NEWEST = 20;

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final ConsoleSettings.Groups groups;
  private final String deadLetters;

  /**
   * @param consumer for this view alone
   */
  BrokerView(
      Admin admin,
      Consumer<byte[], byte[]> consumer,
      ConsoleSettings.Groups groups,
      String deadLetters) {
    this.admin = admin;
    this.consumer = consumer;
    this.groups = groups;
    this.deadLetters = deadLetters;
  }

  /**
   * The lag of each group in records, by topic.
   *
   * @throws KafkaException if the broker does not answer
   */
  ArrayNode groups() {
    return ArticleJson.JSON
        .createArrayNode()
        .add(group("enrich", groups.enrich()))
        .add(group("sink", groups.sink()));
  }

  /**
   * How many dead letters there are, and of the newest what their headers say.
   *
   * @throws KafkaException if the broker does not answer
   */
  ObjectNode deadLetters() {
    var partitions =
        consumer.partitionsFor(deadLetters, patience()).stream()
            .map(found -> new TopicPartition(deadLetters, found.partition()))
            .toList();
    var beginnings = consumer.beginningOffsets(partitions, patience());
    var ends = consumer.endOffsets(partitions, patience());
    long count = 0;
    consumer.assign(partitions);
    for (var partition : partitions) {
      long beginning = Objects.requireNonNull(beginnings.get(partition));
      long end = Objects.requireNonNull(ends.get(partition));
      count += end - beginning;
      consumer.seek(partition, Math.max(beginning, end - NEWEST));
    }
    var node = ArticleJson.JSON.createObjectNode().put("count", count);
    var newest = node.putArray("newest");
    if (count > 0) {
      read(ends).stream()
          .sorted(Comparator.comparing((ConsumerRecord<?, ?> r) -> r.timestamp()).reversed())
          .limit(NEWEST)
          .map(BrokerView::deadLetter)
          .forEach(newest::add);
    }
    return node;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
    consumer.close();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(Map<TopicPartition, Long> ends) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey(), patience()) >= end.getValue())) {
        break;
      }
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
    return records;
  }

  private Map<String, Long> lagByTopic(Map<TopicPartition, Long> committed) {
    var lags = new TreeMap<String, Long>();
    var ends = consumer.endOffsets(committed.keySet(), patience());
    committed.forEach(
        (partition, offset) -> {
          long end = Objects.requireNonNull(ends.get(partition));
          lags.merge(partition.topic(), Math.max(0, end - offset), Long::sum);
        });
    return lags;
  }

  private ObjectNode group(String service, String group) {
    var offsets = await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    var committed = new HashMap<TopicPartition, Long>();
    offsets.forEach(
        (partition, offset) -> {
          if (offset != null) {
            committed.put(partition, offset.offset());
          }
        });
    var lags = lagByTopic(committed);
    var node = ArticleJson.JSON.createObjectNode().put("service", service).put("group", group);
    node.put("lag", lags.values().stream().mapToLong(Long::longValue).sum());
    var topics = node.putArray("topics");
    lags.forEach((topic, lag) -> topics.addObject().put("topic", topic).put("lag", lag));
    return node;
  }

  private static ObjectNode deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    var node = ArticleJson.JSON.createObjectNode();
    node.put("partition", letter.partition()).put("offset", letter.offset());
    node.put("time", Instant.ofEpochMilli(letter.timestamp()).toString());
    header(node, "topic", letter, DeadLetter.TOPIC);
    header(node, "cause", letter, DeadLetter.EXCEPTION);
    header(node, "reason", letter, DeadLetter.MESSAGE);
    header(node, "about", letter, "ce_id");
    return node;
  }

  private static void header(
      ObjectNode node, String field, ConsumerRecord<byte[], byte[]> letter, String header) {
    EventHeaders.get(letter.headers(), header).ifPresent(value -> node.put(field, value));
  }

  private static Duration patience() {
    return Duration.ofSeconds(PATIENCE_SECONDS);
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not answer", e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
