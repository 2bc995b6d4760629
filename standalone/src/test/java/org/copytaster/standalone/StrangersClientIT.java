package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Machine;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.EnrichedArticle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the example in {@code docs/examples} as its README says, against what we write. */
@ExtendWith(Lanes.class)
class StrangersClientIT {

  private static final Path COPY = Path.of("target", "strangers-client");

  @BeforeAll
  static void install() throws IOException {
    NodeExample.install("subscriber.mjs", COPY);
  }

  @Test
  void aNodeClientReadsTypedRecords(Lane lane) throws Exception {
    publish(lane, InteropSamples.enriched("urn:x:1"));

    var row = subscribe(lane);

    assertThat(row.path("key").asText()).isEqualTo("urn:x:1");
    assertThat(row.path("guid").asText()).isEqualTo("urn:x:1");
    assertThat(row.path("version").intValue()).isEqualTo(3);
    assertThat(row.path("pubStatus").asText()).isEqualTo("USABLE");
    assertThat(row.path("signal").asText()).isEqualTo("CORRECTION");
    assertThat(row.path("urgency").intValue()).isEqualTo(2);
    assertThat(row.path("headline").asText()).isEqualTo("Müller visits Zürich");
    assertThat(row.path("versionCreated").asText()).isEqualTo("2026-11-23T10:15:30.000Z");
    assertThat(row.path("textLength").intValue()).isEqualTo(InteropSamples.TEXT.length());
    assertThat(row.path("entities").findValuesAsText("type")).containsExactly("PER", "LOC");
    assertThat(row.at("/entities/1/surfaces/0").asText()).isEqualTo("Zürich");
    assertThat(row.at("/entities/1/salience").doubleValue()).isEqualTo(0.5);
    assertThat(row.at("/timexes/0/surface").asText()).isEqualTo("Friday");
    assertThat(row.at("/timexes/0/value").asText()).isEqualTo("2026-11-27");
  }

  @Test
  void aNodeClientSeesAKillWithoutText(Lane lane) throws Exception {
    publish(lane, InteropSamples.kill("urn:x:2"));

    var row = subscribe(lane);

    assertThat(row.path("pubStatus").asText()).isEqualTo("CANCELED");
    assertThat(row.path("version").intValue()).isEqualTo(4);
    assertThat(row.path("textLength").intValue()).isZero();
    assertThat(row.has("headline")).isFalse();
    assertThat(row.path("entities")).isEmpty();
  }

  private static void publish(Lane lane, EnrichedArticle enriched) throws Exception {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var topic = new Topics(kafka.topicPrefix()).enriched();
    try (var producer =
        new KafkaProducer<>(
            kafka.producer(), new StringSerializer(), serdes.<EnrichedArticle>newSerializer())) {
      producer.send(new ProducerRecord<>(topic, enriched.getArticle().getGuid(), enriched)).get();
    }
  }

  private static JsonNode subscribe(Lane lane) throws IOException {
    var command =
        List.of(
            "node",
            "subscriber.mjs",
            "--brokers=" + lane.kafka().bootstrap(),
            "--registry=" + lane.kafka().registry().get("schema.registry.url"),
            "--topic=" + new Topics(lane.kafka().topicPrefix()).enriched(),
            "--max=1",
            "--seconds=60");
    var ended = Machine.run(COPY, Map.of(), Duration.ofSeconds(90), command);
    assertThat(ended.output()).as("what it said: %s", ended.errors()).isNotBlank();
    return new ObjectMapper().readTree(ended.output());
  }
}
