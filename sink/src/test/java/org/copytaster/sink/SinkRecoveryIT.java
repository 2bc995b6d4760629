package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.FullSample;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Lanes.class)
class SinkRecoveryIT {

  @Test
  void receiptsThatACrashMayHaveLostAreSentAgainAndNothingIsStoredTwice(Lane lane)
      throws Exception {
    try (var bench = new SinkBench(lane)) {
      bench.readySink();
      bench.publish(usable("urn:x:1", 1, "One"), usable("urn:x:2", 1, "Two\0"));
      bench.awaitStored();
      var storedAt = bench.rows("select stored_at from articles");
      bench.closeSinks();

      forgetGroupOffset(lane, bench, 0, 0);
      bench.readySink();
      await()
          .atMost(SinkBench.PATIENCE)
          .untilAsserted(() -> assertThat(bench.receipts()).hasSize(4));

      assertThat(bench.rows("select stored_at from articles")).isEqualTo(storedAt);
      assertThat(bench.all(bench.topics().deadLetters())).hasSize(1);
      assertThat(bench.receipts())
          .extracting(Receipt::getGuid, receipt -> receipt.getStage().name())
          .contains(tuple("urn:x:1", "STORED"), tuple("urn:x:2", "REFUSED"))
          .doesNotContain(tuple("urn:x:2", "STORED"));
    }
  }

  @Test
  void topicThatWasCreatedAnewIsReadFromItsBeginning(Lane lane) throws Exception {
    try (var bench = new SinkBench(lane)) {
      bench.readySink();
      bench.publish(usable("urn:x:1", 1, "One"));
      bench.awaitStored();
      bench.closeSinks();

      bench.execute("update consumer_positions set topic_id = 'another', next_offset = 900");
      bench.publish(usable("urn:x:2", 1, "Two"));
      bench.readySink();
      bench.awaitStored();

      assertThat(bench.count("select count(*) from articles")).isEqualTo(2);
    }
  }

  @Test
  void sinkThatComesLateToItsPartitionIsFenced(Lane lane) throws Exception {
    try (var bench = new SinkBench(lane)) {
      bench.readySink();
      bench.publish(usable("urn:x:1", 1, "One"));
      bench.awaitStored();

      // As if another owner had stored the next two offsets behind this one's back.
      bench.execute(
          "update consumer_positions set next_offset = next_offset + 2 where partition = 0");
      bench.publish(usable("urn:x:2", 1, "Two"));
      bench.publish(usable("urn:x:3", 1, "Three"));
      bench.awaitStored();

      assertThat(bench.rows("select guid from articles order by guid"))
          .containsExactly(Map.of("guid", "urn:x:1"), Map.of("guid", "urn:x:3"));
    }
  }

  @Test
  void twoSinksShareTheWorkAndClosingOneLosesAndDoublesNothing(Lane lane) throws Exception {
    int articles = 3_000;
    try (var bench = new SinkBench(lane)) {
      var first = bench.readySink("COPYTASTER_SINK_BATCH", "50");
      bench.readySink("COPYTASTER_SINK_BATCH", "50");
      bench.publishSpread(
          IntStream.range(0, articles)
              .mapToObj(i -> usable("urn:x:" + i % 1_000, 1 + i / 1_000, "Number " + i))
              .toArray(EnrichedArticle[]::new));
      await()
          .atMost(SinkBench.PATIENCE)
          .until(() -> bench.count("select count(*) from article_versions") > 300);

      first.close();
      bench.awaitStored();

      assertThat(bench.count("select count(*) from article_versions")).isEqualTo(articles);
      assertThat(bench.count("select count(*) from articles where version = 3")).isEqualTo(1_000);
      assertThat(bench.count("select count(*) from mentions")).isEqualTo(1_000);
      assertThat(bench.receipts().stream().map(Receipt::getId).distinct()).hasSize(articles);
      assertThat(bench.all(bench.topics().deadLetters())).isEmpty();
    }
  }

  /** What SQL cannot know comes with the topic, which has the newest version of each guid. */
  @Test
  void storeFilledAnewFromTheTopicHasWhatOldRowsLack(Lane lane) throws Exception {
    try (var bench = new SinkBench(lane)) {
      var sink = bench.readySink();
      bench.publish(FullSample.article("urn:old:1"));
      bench.awaitStored();
      sink.close();
      bench.execute(
          "update article_versions set article = '{\"guid\":\"urn:old:1\",\"version\":1}'");

      bench.execute("delete from consumer_positions");
      for (int partition = 0; partition < 4; partition++) {
        forgetGroupOffset(lane, bench, partition, 0);
      }
      bench.readySink();
      bench.awaitStored();

      assertThat(
              FullSample.missing(
                  Article.getClassSchema(),
                  new ObjectMapper()
                      .readTree(
                          String.valueOf(
                              bench
                                  .rows("select article from article_versions")
                                  .get(0)
                                  .get("article")))))
          .containsExactly("body");
    }
  }

  private static void forgetGroupOffset(Lane lane, SinkBench bench, int partition, long offset)
      throws Exception {
    try (var admin = Admin.create(lane.kafka().admin())) {
      admin
          .alterConsumerGroupOffsets(
              bench.group(),
              Map.of(
                  new TopicPartition(bench.topics().enriched(), partition),
                  new OffsetAndMetadata(offset)))
          .all()
          .get();
    }
  }
}
