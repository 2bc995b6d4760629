package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.schemas.DeadLetter;

/**
 * What the headers of the newest dead letters say. Each is read once and kept as a few short lines:
 * a letter holds whole copy, and one that was written before its headers had bounds may hold
 * megabytes of them.
 */
final class NewestDeadLetters {

  private static final int MOST = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ONE_POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Map<TopicPartition, Deque<Letter>> newest = new HashMap<>();

  private record Letter(long timestamp, ObjectNode said) {}

  NewestDeadLetters(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  /**
   * How many there are, and the newest.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  ObjectNode asked() {
    var partitions =
        consumer.partitionsFor(topic, PATIENCE).stream()
            .map(found -> new TopicPartition(topic, found.partition()))
            .toList();
    var beginnings = consumer.beginningOffsets(partitions, PATIENCE);
    var ends = consumer.endOffsets(partitions, PATIENCE);
    if (!consumer.assignment().containsAll(partitions)) {
      newest.clear();
      consumer.assign(partitions);
      partitions.forEach(each -> seekNewest(each, beginnings, ends));
    }
    long count = 0;
    for (var partition : partitions) {
      long beginning = Objects.requireNonNull(beginnings.get(partition));
      long end = Objects.requireNonNull(ends.get(partition));
      count += end - beginning;
      // what lies further back would be pushed out again
      if (consumer.position(partition, PATIENCE) < Math.max(beginning, end - MOST)) {
        seekNewest(partition, beginnings, ends);
      }
    }
    read(ends);
    return ArticleJson.JSON.createObjectNode().put("count", count).set("newest", told(beginnings));
  }

  private void seekNewest(
      TopicPartition partition, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    long beginning = Objects.requireNonNull(from.get(partition));
    long end = Objects.requireNonNull(to.get(partition));
    consumer.seek(partition, Math.max(beginning, end - MOST));
  }

  /** Reads on; what does not come in time comes the next time. */
  private void read(Map<TopicPartition, Long> ends) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline
        && ends.entrySet().stream()
            .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
      for (var letter : consumer.poll(ONE_POLL)) {
        if (letter.value() == null) {
          continue; // it says that another was taken away
        }
        var of =
            newest.computeIfAbsent(
                new TopicPartition(letter.topic(), letter.partition()), p -> new ArrayDeque<>());
        of.addLast(new Letter(letter.timestamp(), said(letter)));
        if (of.size() > MOST) {
          of.removeFirst();
        }
      }
    }
  }

  private ArrayNode told(Map<TopicPartition, Long> beginnings) {
    var told = ArticleJson.JSON.createArrayNode();
    newest.forEach(
        (partition, letters) ->
            letters.removeIf(
                letter ->
                    letter.said().path("offset").asLong()
                        < Objects.requireNonNullElse(beginnings.get(partition), 0L)));
    newest.values().stream()
        .flatMap(Deque::stream)
        .sorted(Comparator.comparingLong(Letter::timestamp).reversed())
        .limit(MOST)
        .forEach(letter -> told.add(letter.said()));
    return told;
  }

  private static ObjectNode said(ConsumerRecord<byte[], byte[]> letter) {
    var node = ArticleJson.JSON.createObjectNode();
    node.put("partition", letter.partition()).put("offset", letter.offset());
    node.put("time", Instant.ofEpochMilli(letter.timestamp()).toString());
    for (var line : LINES) {
      DeadLetter.said(letter.headers(), line.header())
          .ifPresent(value -> node.put(line.field(), value));
    }
    return node;
  }

  private record Line(String field, String header) {}

  private static final List<Line> LINES =
      List.of(
          new Line("topic", DeadLetter.TOPIC),
          new Line("cause", DeadLetter.EXCEPTION),
          new Line("reason", DeadLetter.MESSAGE),
          new Line("about", "ce_id"));
}
