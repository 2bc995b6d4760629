package org.copytaster.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.history.VersionHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterIndexTest {

  private static final Topics TOPICS = new Topics("");

  private final LetterIndex index = new LetterIndex(TOPICS, 3);
  private long offset;

  /** A kill of version 2 came; the newest known version stands in the second column. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, true",
    "2, 2, true",
    "3, 2, false", // a correction that failed after the kill
    "1, 4, true",
    ", 2, true",
    ", 4, false", // it may be any of them
  })
  void whatAKillTookIsKilled(@Nullable Integer version, int newest, boolean killed) {
    index.read(letter("urn:a", version));
    index.read(letter("urn:b", 1));

    var histories = Map.of("urn:a", new VersionHistory(newest, 2, "", null));

    assertThat(index.killed(histories)).hasSize(killed ? 1 : 0);
  }

  @Test
  void guidThatTheStoreCannotHoldIsNotAskedFor() {
    index.read(letter("\0", 1));
    index.read(letter("urn:a\0", 1));
    index.read(letter("urn:b", 1));

    assertThat(index.guids()).containsExactly("urn:b");
  }

  @Test
  void whatWasTakenAwayIsForgotten() {
    var letter = letter("urn:a", 1);
    index.read(letter);
    index.read(new ConsumerRecord<>(letter.topic(), 0, 9, letter.key(), null));

    assertThat(index.guids()).isEmpty();
  }

  @Test
  void whatSomebodyElseLooksAfterIsForgotten() {
    index.read(letter("urn:a", 1));
    index.forget(List.of(new TopicPartition(TOPICS.deadLetters(), 0)));

    assertThat(index.guids()).isEmpty();
  }

  @Test
  void thereIsABoundAndItIsTold() {
    var last = letter("urn:3", 1);
    index.read(letter("urn:1", 1));
    index.read(letter("urn:2", 1));
    index.read(last);
    index.read(last);
    assertThat(index.full()).isFalse();

    index.read(letter("urn:4", 1));

    assertThat(index.full()).isTrue();
    assertThat(index.guids()).containsExactlyInAnyOrder("urn:1", "urn:2", "urn:3");
  }

  @Test
  void aRecordWithoutAKeyIsPassedOver() {
    index.read(new ConsumerRecord<>(TOPICS.deadLetters(), 0, 0, null, new byte[] {1}));

    assertThat(index.guids()).isEmpty();
  }

  private ConsumerRecord<byte[], byte[]> letter(String guid, @Nullable Integer version) {
    var record =
        new ConsumerRecord<>(TOPICS.enriched(), 0, offset++, guid.getBytes(UTF_8), new byte[] {1});
    if (version != null) {
      EventHeaders.put(record.headers(), "ce_id", guid + ":" + version);
    }
    var cause = new IllegalStateException();
    var written = DeadLetter.of(record, TOPICS.deadLetters(), cause, "why");
    var letter = new ConsumerRecord<>(written.topic(), 0, offset, written.key(), written.value());
    written.headers().forEach(letter.headers()::add);
    return letter;
  }
}
