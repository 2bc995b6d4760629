package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances whose clocks do not agree, on real parts: what one has written the others work on. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockIT {

  private Pipeline pipeline;

  @BeforeAll
  void start(Lane lane, @TempDir Path directory) {
    pipeline = new Pipeline(lane, directory);
    pipeline.start();
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  /** An hour ahead is what a broker refuses by default. */
  @ParameterizedTest
  @ValueSource(strings = {"PT2H", "P400D", "P4500D", "PT-2H", "P-400D", "P-10000D"})
  void anArticleFromAnInstanceWithAnotherClockIsEnrichedAndStored(Duration ahead) throws Exception {
    var guid = "urn:clock:" + ahead;
    publish(guid, Instant.now().plus(ahead));

    assertThat(pipeline.stored(guid, 1).path("text").asText()).contains("Body");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(pipeline.enriched(1)).filteredOn(r -> r.key().equals(guid)).hasSize(1));
  }

  private void publish(String guid, Instant written) throws Exception {
    var kafka = pipeline.lane().kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var article =
        Article.newBuilder()
            .setGuid(guid)
            .setVersion(1)
            .setHeadline("Headline")
            .setBody("Body")
            .setContentHash("hash")
            .setReceivedAt(written)
            .build();
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new StringSerializer(), serdes.<Article>newSerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  pipeline.topics().articles(), null, written.toEpochMilli(), guid, article))
          .get();
    }
  }
}
