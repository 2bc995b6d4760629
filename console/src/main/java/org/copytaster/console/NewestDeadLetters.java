package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  /** So many of a partition are looked at, from the newest on. */
  private static final int MOST_COUNTED = 20_000;

  private static final Duration ONE_POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Map<TopicPartition, Deque<Letter>> newest = new HashMap<>();

  /**
   * What of each partition is a letter and was not taken away. The offsets alone do not tell: marks
   * of transactions have one each, and so has what compaction has not removed yet.
   */
  private final Map<TopicPartition, Set<ByteBuffer>> keys = new HashMap<>();

  private boolean atLeast;

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
      keys.clear();
      atLeast = false;
      consumer.assign(partitions);
      for (var partition : partitions) {
        long beginning = Objects.requireNonNull(beginnings.get(partition));
        long from = Objects.requireNonNull(ends.get(partition)) - MOST_COUNTED;
        atLeast |= from > beginning;
        consumer.seek(partition, Math.max(beginning, from));
      }
    }
    boolean all = read(ends);
    var told = ArticleJson.JSON.createObjectNode();
    told.put("count", keys.values().stream().mapToInt(Set::size).sum());
    if (atLeast || !all) {
      told.put("atLeast", true);
    }
    return told.set("newest", told(beginnings));
  }

  /** Reads on; what does not come in time comes the next time, and then this is false. */
  private boolean read(Map<TopicPartition, Long> ends) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean all = reached(ends);
    for (; !all && System.nanoTime() < deadline; all = reached(ends)) {
      consumer.poll(ONE_POLL).forEach(this::count);
    }
    return all;
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
  }

  private void count(ConsumerRecord<byte[], byte[]> letter) {
    var partition = new TopicPartition(letter.topic(), letter.partition());
    var known = keys.computeIfAbsent(partition, p -> new HashSet<>());
    // letters of an early release may have no key; each of those is one of its own
    var key =
        letter.key() == null
            ? ByteBuffer.allocate(Long.BYTES).putLong(0, letter.offset())
            : ByteBuffer.wrap(letter.key());
    if (letter.value() == null) {
      known.remove(key); // it says that another was taken away
      return;
    }
    if (known.size() < MOST_COUNTED) {
      known.add(key);
    } else {
      atLeast = true;
    }
    var of = newest.computeIfAbsent(partition, p -> new ArrayDeque<>());
    of.addLast(new Letter(letter.timestamp(), said(letter)));
    if (of.size() > MOST) {
      of.removeFirst();
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
