package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.EntityMention;
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
  void eachVersionTakesThePlaceOfTheOneBeforeAndAKillLeavesNothing(Lane lane) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      pipeline.push(article(1, NORWAY));
      pipeline.push(article(2, SWEDEN));
      pipeline.push(kill(3));
      awaitKill(pipeline);

      var records = mentions(pipeline, 4);

      assertThat(records)
          .filteredOn(record -> record.key().equals("iso3166:NO"))
          .extracting(record -> EventHeaders.get(record.headers(), "ce_type").orElse(""))
          .containsExactly(EventHeaders.ENTITY_MENTIONED, EventHeaders.ENTITY_RETRACTED);
      assertThat(records).hasSize(4);
      assertThat(leftOf(records)).isEmpty();
    }
  }

  /** Its own directory is empty: whom the article named comes back out of the broker. */
  @Test
  void anInstanceThatComesLaterTakesBackWhatAnotherHasSaid(Lane lane) throws Exception {
    try (var first = new Pipeline(lane, directory.resolve("first"))) {
      first.start();
      first.push(article(1, NORWAY + " " + SWEDEN));
      first.stored(GUID, 1);
      assertThat(leftOf(mentions(first, 2))).containsExactly("iso3166:NO", "iso3166:SE");
    }
    try (var second = new Pipeline(lane, directory.resolve("second"))) {
      second.start();
      second.push(kill(2));
      awaitKill(second);

      assertThat(mentions(second, 4)).hasSize(4);
      assertThat(leftOf(mentions(second, 4))).isEmpty();
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
      Pipeline pipeline, int atLeast) {
    return pipeline.records(pipeline.topics().mentions(), atLeast);
  }

  private static void awaitKill(Pipeline pipeline) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pipeline.find(GUID).path("pubStatus").asText(), "CANCELED"::equals);
  }

  private static String article(int version, String body) {
    return """
        {"guid":"%s","version":%d,"language":"en","headline":"Crews meet","body":"%s"}
        """
        .formatted(GUID, version, body);
  }

  private static String kill(int version) {
    return "{\"guid\":\"%s\",\"version\":%d,\"pubStatus\":\"CANCELED\",\"edNote\":\"Wrong.\"}"
        .formatted(GUID, version);
  }
}
