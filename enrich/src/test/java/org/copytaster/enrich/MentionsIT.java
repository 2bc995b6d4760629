package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a subscriber of {@code news.mentions} has of an article, and has no more, on real parts. */
@ExtendWith(Lanes.class)
class MentionsIT {

  private static final String GUID = "urn:test:ferry";
  private static final String NORWAY = "The crews of both ferries met in Norway and went on.";
  private static final String SWEDEN = "The crews of both ferries met in Sweden and went on.";

  @TempDir private Path directory;

  @Test
  void eachVersionTakesThePlaceOfTheOneBeforeAndAKillLeavesNothing(Lane lane) {
    try (var bench = new EnrichBench(lane, directory)) {
      bench.publish(article(1, NORWAY), article(2, SWEDEN), kill(3));

      var records = mentions(bench, lane, 4);

      assertThat(records)
          .filteredOn(record -> record.key().equals("iso3166:NO " + GUID))
          .extracting(record -> EventHeaders.get(record.headers(), "ce_type").orElse(""))
          .containsExactly(EventHeaders.ENTITY_MENTIONED, EventHeaders.ENTITY_RETRACTED);
      assertThat(records).hasSize(4);
      assertThat(leftOf(records)).isEmpty();
    }
  }

  /** Its own directory is empty: whom the article named comes back out of the broker. */
  @Test
  void anInstanceThatComesLaterTakesBackWhatAnotherHasSaid(Lane lane) {
    try (var first = new EnrichBench(lane, directory.resolve("first"))) {
      first.publish(article(1, NORWAY + " " + SWEDEN));
      assertThat(leftOf(mentions(first, lane, 2)))
          .containsExactly("iso3166:NO " + GUID, "iso3166:SE " + GUID);
    }
    try (var second = new EnrichBench(lane, directory.resolve("second"))) {
      second.publish(kill(2));

      assertThat(mentions(second, lane, 4)).hasSize(4);
      assertThat(leftOf(mentions(second, lane, 4))).isEmpty();
    }
  }

  /** Does what {@code docs/examples/README.md} tells subscribers to do. */
  private static List<String> leftOf(List<ConsumerRecord<String, EntityMention>> records) {
    var articles = new TreeMap<String, EntityMention>();
    for (var record : records) {
      assertThat(record.value().getGuid()).isEqualTo(GUID);
      if (record.value().getRetracted()) {
        articles.remove(record.key());
      } else {
        articles.put(record.key(), record.value());
      }
    }
    return List.copyOf(articles.keySet());
  }

  private static List<ConsumerRecord<String, EntityMention>> mentions(
      EnrichBench bench, Lane lane, int atLeast) {
    return bench.records(lane.topics().mentions(), atLeast);
  }

  private static Article article(int version, String body) {
    return version(version).setLanguage("en").setHeadline("Crews meet").setBody(body).build();
  }

  private static Article kill(int version) {
    return version(version).setPubStatus(PubStatus.CANCELED).setEdNote("Wrong.").build();
  }

  private static Article.Builder version(int version) {
    return Article.newBuilder()
        .setGuid(GUID)
        .setVersion(version)
        .setReceivedAt(Instant.parse("2026-11-23T10:00:00Z"))
        .setContentHash("hash-" + version);
  }
}
