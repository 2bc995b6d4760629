package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.enrich.HeldSamples.GUID;
import static org.copytaster.enrich.HeldSamples.NOON;
import static org.copytaster.enrich.HeldSamples.embargoed;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.LatencyHeaders;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What counts as the time that an article took, and what an enriched article says of it. */
class LatencyTopologyTest {

  private static final Instant START = EnrichDriver.START;

  private final EnrichDriver enrich = new EnrichDriver();
  private final TestOutputTopic<String, EnrichedArticle> enriched = enrich.enriched();

  @AfterEach
  void stop() {
    enrich.close();
  }

  @Test
  void anArticleThatSomebodyWaitsForCounts() {
    push(enrich.topics.articles(), HeldSamples.builder(1, "text").build(), new RecordHeaders());

    var headers = enriched.readRecord().headers();
    assertThat(LatencyHeaders.live(headers)).isTrue();
    assertThat(LatencyHeaders.due(headers)).isEmpty();
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void whatTheClockReleasesSaysWhenItWasDueAndDoesNotCount() {
    push(enrich.topics.articles(), embargoed(1), new RecordHeaders());

    enrich.advance(Duration.between(START, NOON).plusSeconds(3));

    assertThat(LatencyHeaders.due(enriched.readRecord().headers())).contains(NOON);
    assertThat(counted()).isZero();
  }

  @Test
  void whatAnEditorReleasesWasDueWhenTheEditorSaidSo() {
    push(enrich.topics.articles(), embargoed(1), new RecordHeaders());
    enrich.advance(Duration.ofMinutes(5));

    new AskingEditor(enrich).ask(ActKind.RELEASE, 1, null);

    assertThat(LatencyHeaders.due(enriched.readRecord().headers()))
        .contains(START.plus(Duration.ofMinutes(5)));
    assertThat(counted()).isZero();
  }

  @Test
  void whatComesByTheSlowLaneSaysSoAndDoesNotCount() {
    push(enrich.topics.backfill(), HeldSamples.builder(1, "text").build(), new RecordHeaders());

    assertThat(LatencyHeaders.live(enriched.readRecord().headers())).isFalse();
    assertThat(counted()).isZero();
  }

  @Test
  void whatWasPutBackDoesNotCount() {
    var headers = new RecordHeaders();
    EventHeaders.put(headers, "copytaster.replayed", "0/7");

    push(enrich.topics.articles(), HeldSamples.builder(1, "text").build(), headers);

    assertThat(LatencyHeaders.live(enriched.readRecord().headers())).isFalse();
    assertThat(counted()).isZero();
  }

  private void push(String topic, Article article, Headers headers) {
    enrich.articles(topic).pipeInput(new TestRecord<>(GUID, article, headers, START));
  }

  /** How many articles are in the histogram. */
  private long counted() {
    return enrich
        .scrape()
        .lines()
        .filter(line -> line.startsWith("copytaster_enrich_published_to_enriched_seconds_count"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .mapToLong(count -> (long) Double.parseDouble(count))
        .sum();
  }
}
