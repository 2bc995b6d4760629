package org.copytaster.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterKeyTest {

  private static final String LETTERS = "test.news.dead-letters";
  private static final Topics TOPICS = new Topics("test.");

  @ParameterizedTest
  @ValueSource(strings = {"urn:a", "", "a key with blanks", "/news", "0/1 x", "x/0/1 urn:a"})
  void aReplayedLetterHasTheKeyThatItsRecordHad(String key) {
    var letter = letter(record(TOPICS.articles(), 7, key.getBytes(UTF_8), new byte[] {1}));

    assertThat(DeadLetter.replay(letter).key()).isEqualTo(key.getBytes(UTF_8));
    assertThat(new String(letter.key(), UTF_8)).isEqualTo("test.news.articles/3/7 " + key);
  }

  @Test
  void aRecordWithoutAKeyIsReplayedWithoutOne() {
    var letter = letter(record(TOPICS.articles(), 7, null, new byte[] {1}));

    assertThat(letter.key()).isNotNull();
    assertThat(DeadLetter.replay(letter).key()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:a", "test.news.articles/3/70", "test.news.articles/3/7x y"})
  void aLetterOfBeforeThereWereSuchKeysIsReplayedUnderItsOwn(String key) {
    var letter = letter(record(TOPICS.articles(), 7, null, new byte[] {1}));
    var older =
        new ConsumerRecord<byte[], byte[]>(
            LETTERS,
            0,
            0,
            0,
            TimestampType.CREATE_TIME,
            0,
            0,
            key.getBytes(UTF_8),
            new byte[] {1},
            letter.headers(),
            Optional.empty());

    assertThat(DeadLetter.replay(older).key()).isEqualTo(key.getBytes(UTF_8));
  }

  @Test
  void noTwoLettersOfAGuidHaveOneKey() {
    var keys = new HashSet<String>();
    for (int offset = 0; offset < 3; offset++) {
      keys.add(key(letter(record(TOPICS.articles(), offset, bytes("urn:a"), bytes("x")))));
      keys.add(key(letter(record(TOPICS.enriched(), offset, bytes("urn:a"), bytes("x")))));
      keys.add(key(nowhere(bytes("urn:a"), bytes("text " + offset))));
    }

    assertThat(keys).hasSize(9);
  }

  @Test
  void whatStoodNowhereAndFailsAgainIsOneLetter() {
    assertThat(key(nowhere(bytes("urn:a"), bytes("text"))))
        .isEqualTo(key(nowhere(bytes("urn:a"), bytes("text"))));
    assertThat(DeadLetter.replay(nowhere(bytes("urn:a"), bytes("text"))).key())
        .isEqualTo(bytes("urn:a"));
  }

  @Test
  void aLetterTellsWhoseTextItHolds() {
    var record = record(TOPICS.articles(), 7, bytes("urn:a"), new byte[] {1});
    EventHeaders.put(record.headers(), "ce_id", "urn:a:12");
    var foreign = record(TOPICS.kills(), 7, bytes("urn:a"), new byte[] {1});
    EventHeaders.put(foreign.headers(), "ce_id", "urn:b:12");
    var recall = record(TOPICS.recalls(), 7, bytes("urn:a"), new byte[] {1});
    var unread = record(TOPICS.originals(), 7, bytes("abc"), new byte[] {1});

    assertThat(DeadLetter.about(letter(record), TOPICS))
        .contains(new DeadLetter.About("urn:a", 12));
    assertThat(DeadLetter.about(letter(foreign), TOPICS))
        .contains(new DeadLetter.About("urn:a", null));
    assertThat(DeadLetter.about(letter(recall), TOPICS)).as("no text in it").isEmpty();
    assertThat(DeadLetter.about(letter(unread), TOPICS)).as("nobody knows").isEmpty();
  }

  @Test
  void lettersOfAGuidStandInOnePartition() {
    var nodes = List.of(Node.noNode());
    var partitions = new ArrayList<PartitionInfo>();
    IntStream.range(0, 6)
        .forEach(i -> partitions.add(new PartitionInfo(LETTERS, i, nodes.get(0), null, null)));
    var cluster = new Cluster("c", nodes, partitions, Set.of(), Set.of());

    try (var partitioner = new LetterPartitioner()) {
      var chosen = new HashSet<Integer>();
      for (int offset = 0; offset < 50; offset++) {
        var key = letter(record(TOPICS.articles(), offset, bytes("urn:a"), bytes("x"))).key();
        chosen.add(partitioner.partition(LETTERS, null, key, null, null, cluster));
      }
      assertThat(chosen).hasSize(1);
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> letter) {
    return new String(letter.key(), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      String topic, long offset, byte @Nullable [] key, byte[] value) {
    return new ConsumerRecord<>(topic, 3, offset, key, value);
  }

  private static ConsumerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> of) {
    return read(DeadLetter.of(of, LETTERS, new IllegalStateException(), "why"));
  }

  private static ConsumerRecord<byte[], byte[]> nowhere(byte[] key, byte[] value) {
    var origin = new DeadLetter.Origin(TOPICS.articles(), -1, -1);
    var headers = new RecordHeaders();
    DeadLetter.describe(headers, origin, new IllegalStateException(), "why");
    return read(DeadLetter.of(LETTERS, origin, key, value, headers));
  }

  private static ConsumerRecord<byte[], byte[]> read(ProducerRecord<byte[], byte[]> written) {
    var record = new ConsumerRecord<>(LETTERS, 0, 0, written.key(), written.value());
    written.headers().forEach(record.headers()::add);
    return record;
  }
}
