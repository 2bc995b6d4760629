package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What the broker knows: how far the groups are behind, and what lies among the dead letters. */
final class BrokerView implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 5;
  private static final int MOST_TOPICS = 50;

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final ConsoleSettings.Groups groups;
  private final NewestDeadLetters letters;

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
    this.letters = new NewestDeadLetters(consumer, deadLetters);
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
    return letters.asked();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
    consumer.close();
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
    lags.entrySet().stream()
        .limit(MOST_TOPICS)
        .forEach(
            each -> topics.addObject().put("topic", each.getKey()).put("lag", each.getValue()));
    return node;
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
