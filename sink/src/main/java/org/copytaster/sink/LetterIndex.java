package org.copytaster.sink;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.history.VersionHistory;

/**
 * Where the dead letters of each guid stand, without their bytes: about 300 bytes each. Letters
 * beyond a bound are not known; whoever has so many has nothing but dead letters.
 */
final class LetterIndex {

  private final Map<TopicPartition, Map<ByteBuffer, Letter>> partitions = new HashMap<>();
  private final Topics topics;
  private final int most;
  private int size;
  private boolean full;

  /** One letter, of an article that its origin tells. */
  record Letter(TopicPartition at, ByteBuffer key, DeadLetter.About about) {

    /**
     * Whether a kill took its article: by its version, or, where the letter does not say which one
     * it holds, because nothing newer than the kill is known.
     */
    boolean killed(VersionHistory history) {
      var version = about.version();
      var upTo = history.killedUpTo();
      return version == null ? upTo != null && upTo == history.version() : history.kills(version);
    }
  }

  /**
   * An index of nothing yet.
   *
   * @param most letters that are remembered
   */
  LetterIndex(Topics topics, int most) {
    this.topics = topics;
    this.most = most;
  }

  /** Takes in a record of the topic, which may say that a letter was taken away. */
  void read(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return; // of before each letter had a key: it cannot be taken away
    }
    var at = new TopicPartition(record.topic(), record.partition());
    var key = ByteBuffer.wrap(record.key());
    if (record.value() == null) {
      remove(at, key);
      return;
    }
    // PostgreSQL holds no text with a NUL, so nothing of such a guid was ever stored; to ask for it
    // would fail, and with it the question for all others.
    DeadLetter.about(record, topics)
        .filter(about -> about.guid().indexOf('\0') < 0)
        .ifPresent(about -> add(new Letter(at, key, about)));
  }

  private void add(Letter letter) {
    var of = partitions.computeIfAbsent(letter.at(), partition -> new HashMap<>());
    if (size >= most && !of.containsKey(letter.key())) {
      full = true;
    } else if (of.put(letter.key(), letter) == null) {
      size++;
    }
  }

  /** Forgets a letter that was taken away. */
  void remove(Letter letter) {
    remove(letter.at(), letter.key());
  }

  private void remove(TopicPartition at, ByteBuffer key) {
    if (partitions.getOrDefault(at, new HashMap<>()).remove(key) != null) {
      size--;
    }
  }

  /** Forgets what stands in partitions that somebody else looks after now. */
  void forget(Collection<TopicPartition> gone) {
    for (var partition : gone) {
      var letters = partitions.remove(partition);
      size -= letters == null ? 0 : letters.size();
    }
    full &= size >= most;
  }

  /** Whether there were more letters than are remembered. */
  boolean full() {
    return full;
  }

  /** Whose letters are known. */
  Set<String> guids() {
    var guids = new HashSet<String>();
    partitions.values().forEach(of -> of.values().forEach(each -> guids.add(each.about().guid())));
    return guids;
  }

  /** The letters whose articles were killed, by what the store knows of their guids. */
  List<Letter> killed(Map<String, VersionHistory> histories) {
    return partitions.values().stream()
        .flatMap(of -> of.values().stream())
        .filter(
            each -> each.killed(histories.getOrDefault(each.about().guid(), VersionHistory.none())))
        .toList();
  }
}
