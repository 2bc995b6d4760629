package org.copytaster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final RecordHeaders headers = new RecordHeaders();

  @Test
  void anEventReplacesTheHeadersOfTheOneItWasMadeFrom() {
    var key = new ReceiptKey("urn:1", 2);
    EventHeaders.describe(headers, EventHeaders.ARTICLE_RECEIVED, "ingest", key, Instant.EPOCH);

    EventHeaders.describe(headers, EventHeaders.ARTICLE_ENRICHED, "enrich", key, Instant.EPOCH);

    assertThat(headers.headers("ce_type")).hasSize(1);
    assertThat(EventHeaders.get(headers, "ce_type")).contains(EventHeaders.ARTICLE_ENRICHED);
    assertThat(EventHeaders.get(headers, "ce_id")).contains("urn:1:2");
    assertThat(EventHeaders.get(headers, "ce_specversion")).contains("1.0");
    assertThat(EventHeaders.get(headers, "ce_time")).contains("1970-01-01T00:00:00Z");
  }

  @Test
  void aTraceThatIsOneIsCarriedOn() {
    EventHeaders.trace(headers, TRACE);

    assertThat(EventHeaders.trace(headers)).contains(TRACE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "x",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nevil: 1"
      })
  void whatIsNoTraceBeginsANewOne(String received) {
    EventHeaders.trace(headers, received);

    assertThat(EventHeaders.trace(headers).orElseThrow())
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .isNotEqualTo(received);
  }

  @Test
  void aDeadLetterIsReplayedByteForByteWithoutTheErrorsHeaders() {
    var bytes = "poison".getBytes(StandardCharsets.UTF_8);
    var record = new ConsumerRecord<>("news.articles", 3, 42, bytes, bytes);
    EventHeaders.trace(record.headers(), TRACE);

    var letter = DeadLetter.of(record, "news.dead-letters", new Exception("quotes text"), "why");
    var replayed =
        DeadLetter.replay(
            withHeaders(
                new ConsumerRecord<>("news.dead-letters", 0, 0, letter.key(), letter.value()),
                letter.headers()));

    assertThat(EventHeaders.get(letter.headers(), DeadLetter.OFFSET)).contains("42");
    assertThat(EventHeaders.get(letter.headers(), DeadLetter.MESSAGE)).contains("why");
    assertThat(EventHeaders.get(letter.headers(), DeadLetter.STACKTRACE).orElseThrow())
        .doesNotContain("quotes text");
    assertThat(replayed.topic()).isEqualTo("news.articles");
    assertThat(replayed.value()).isEqualTo(bytes);
    assertThat(replayed.headers())
        .extracting(header -> header.key())
        .containsExactly("traceparent", "copytaster.replayed", "copytaster.replays");
    assertThat(DeadLetter.replays(replayed.headers())).isEqualTo(1);
    assertThat(DeadLetter.wasReplayed(replayed.headers())).isTrue();
    assertThat(DeadLetter.wasReplayed(letter.headers())).isFalse();
  }

  private static ConsumerRecord<byte[], byte[]> withHeaders(
      ConsumerRecord<byte[], byte[]> record, org.apache.kafka.common.header.Headers headers) {
    headers.forEach(record.headers()::add);
    return record;
  }
}
