package org.copytaster.standalone;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.EnrichedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was enriched is not enriched once more when a broker forgets how far the group was. */
@ExtendWith(Lanes.class)
class RepeatIT {

  private static final String GROUP = "copytaster-enrich";

  @TempDir private Path directory;

  @Test
  void offsetsThatGoBackDoubleNothing(Lane lane) throws Exception {
    try (var before = new Pipeline(lane, directory.resolve("state"))) {
      before.start();
      pushTwelve(before);
      before.push("{\"guid\":\"urn:test:3\",\"version\":2,\"pubStatus\":\"CANCELED\"}");
      before.stored("urn:test:3", 2);
    }
    goBack(lane);

    try (var after = new Pipeline(lane, directory.resolve("state"))) {
      after.start();
      after.push(Pipeline.article("urn:test:13", 1, "one more"));
      after.stored("urn:test:13", 1);
      awaitAllRead(lane);

      assertThat(after.enriched(14))
          .extracting(RepeatIT::version)
          .doesNotHaveDuplicates()
          .hasSize(14);
    }
  }

  /** Its directory is empty: what was enriched comes back out of the broker. */
  @Test
  void offsetsThatGoBackDoubleNothingInAnotherInstance(Lane lane) throws Exception {
    try (var before = new Pipeline(lane, directory.resolve("first"))) {
      before.start();
      pushTwelve(before);
    }
    goBack(lane);

    try (var after = new Pipeline(lane, directory.resolve("second"))) {
      after.start();
      after.push(Pipeline.article("urn:test:13", 1, "one more"));
      after.stored("urn:test:13", 1);
      awaitAllRead(lane);

      assertThat(after.enriched(13))
          .extracting(RepeatIT::version)
          .doesNotHaveDuplicates()
          .hasSize(13);
    }
  }

  /** What the page on operations says under "Tagging again". */
  @Test
  void anotherApplicationTagsEverythingAgain(Lane lane) throws Exception {
    try (var before = new Pipeline(lane, directory.resolve("first"))) {
      before.start();
      pushTwelve(before);
    }
    var environment = new HashMap<>(lane.environment());
    environment.put("COPYTASTER_ENRICH_APPLICATION", "copytaster-enrich-2");
    var renamed = new Lane(environment, lane.kafka(), lane.databaseUrl(), lane.storeLog());

    try (var after = new Pipeline(renamed, directory.resolve("second"))) {
      after.start();
      assertThat(after.enriched(24)).hasSize(24);
    }
  }

  private static void pushTwelve(Pipeline pipeline) throws Exception {
    for (int i = 1; i <= 12; i++) {
      pipeline.push(Pipeline.article("urn:test:" + i, 1, "text " + i));
    }
    for (int i = 1; i <= 12; i++) {
      pipeline.stored("urn:test:" + i, 1);
    }
  }

  static void goBack(Lane lane) throws Exception {
    try (var admin = Admin.create(lane.kafka().admin())) {
      var group = lane.kafka().topicPrefix() + GROUP;
      var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      assertThat(offsets).isNotEmpty();
      var begin =
          offsets.keySet().stream().collect(toMap(each -> each, each -> new OffsetAndMetadata(0)));
      admin.alterConsumerGroupOffsets(group, begin).all().get();
    }
  }

  static void awaitAllRead(Lane lane) {
    var group = lane.kafka().topicPrefix() + GROUP;
    try (var admin = Admin.create(lane.kafka().admin())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                var offsets =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                var asked =
                    offsets.keySet().stream().collect(toMap(p -> p, p -> OffsetSpec.latest()));
                var ends = admin.listOffsets(asked).all().get();
                return offsets.entrySet().stream()
                    .allMatch(each -> each.getValue().offset() >= end(ends, each.getKey()));
              });
    }
  }

  private static long end(
      Map<TopicPartition, ListOffsetsResultInfo> ends, TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition), partition::toString).offset();
  }

  private static List<Object> version(ConsumerRecord<String, EnrichedArticle> record) {
    var article = record.value().getArticle();
    return List.of(article.getGuid(), article.getVersion());
  }
}
