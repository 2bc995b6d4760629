package org.copytaster.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Confluent's own serializers and ours read what the other writes. */
@ExtendWith(Lanes.class)
class ConfluentInteropIT {

  private static final Article ARTICLE = InteropSamples.article("urn:x:1");
  private static final EnrichedArticle ENRICHED = InteropSamples.enriched("urn:x:1");

  private static @Nullable ConfluentClasses confluent;

  @BeforeAll
  static void open() throws IOException {
    confluent = ConfluentClasses.open();
  }

  @AfterAll
  static void close() throws IOException {
    if (confluent != null) {
      confluent.close();
    }
  }

  @Test
  void theirsReadsAnArticleThatOursWrote(Lane lane) {
    var topic = new Topics(lane.kafka().topicPrefix()).articles();
    var bytes = ourSerializer(lane).serialize(topic, ARTICLE);

    assertThat(theirDeserializer(lane).deserialize(topic, bytes)).isEqualTo(ARTICLE);
  }

  @Test
  void oursReadsAnArticleThatTheirsWrote(Lane lane) {
    var topic = new Topics(lane.kafka().topicPrefix()).articles();
    var bytes = theirSerializer(lane).serialize(topic, ARTICLE);

    assertThat(ourDeserializer(lane).deserialize(topic, bytes)).isEqualTo(ARTICLE);
  }

  @Test
  void theirsReadsAnEnrichedArticleThatOursWrote(Lane lane) {
    var topic = new Topics(lane.kafka().topicPrefix()).enriched();
    var bytes = ourSerializer(lane).serialize(topic, ENRICHED);

    assertThat(theirDeserializer(lane).deserialize(topic, bytes)).isEqualTo(ENRICHED);
  }

  @Test
  void oursReadsAnEnrichedArticleThatTheirsWrote(Lane lane) {
    var topic = new Topics(lane.kafka().topicPrefix()).enriched();
    var bytes = theirSerializer(lane).serialize(topic, ENRICHED);

    assertThat(ourDeserializer(lane).deserialize(topic, bytes)).isEqualTo(ENRICHED);
  }

  @Test
  void bothWriteTheSameBytes(Lane lane) {
    var topic = new Topics(lane.kafka().topicPrefix()).enriched();
    var bytes = ourSerializer(lane).serialize(topic, ENRICHED);

    assertThat(theirSerializer(lane).serialize(topic, ENRICHED)).isEqualTo(bytes);
  }

  private static Serializer<SpecificRecord> ourSerializer(Lane lane) {
    return ours(lane).newSerializer();
  }

  private static Deserializer<SpecificRecord> ourDeserializer(Lane lane) {
    return ours(lane).newDeserializer();
  }

  private static Serializer<SpecificRecord> theirSerializer(Lane lane) {
    return requireNonNull(confluent).make(() -> theirs(lane).newSerializer());
  }

  private static Deserializer<SpecificRecord> theirDeserializer(Lane lane) {
    return requireNonNull(confluent).make(() -> theirs(lane).newDeserializer());
  }

  private static RecordSerdes ours(Lane lane) {
    var kafka = lane.kafka();
    return new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
  }

  /** Other class names and otherwise the same settings. */
  private static RecordSerdes theirs(Lane lane) {
    return new RecordSerdes(
        ConfluentClasses.SERIALIZER, ConfluentClasses.DESERIALIZER, lane.kafka().serde());
  }
}
