package org.copytaster.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Lanes.class)
class RecordsIT {

  @Test
  void anArticleComesBackAsItWasWritten(Lane lane) throws Exception {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var topic = new Topics(kafka.topicPrefix()).articles();
    var article =
        Article.newBuilder()
            .setGuid("urn:x:1")
            .setVersionCreated(Instant.parse("2026-11-23T10:00:00Z"))
            .setHeadline("Zürich – “quoted”")
            .setBody("Body")
            .build();
    try (var producer =
            new KafkaProducer<>(
                kafka.producer(), new StringSerializer(), serdes.<Article>newSerializer());
        var consumer =
            new KafkaConsumer<>(
                kafka.consumer(), new StringDeserializer(), serdes.<Article>newDeserializer())) {
      producer.send(new ProducerRecord<>(topic, article.getGuid(), article)).get();
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(topic, p.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());

      var read = consumer.poll(Duration.ofSeconds(20));

      assertThat(read).extracting(ConsumerRecord::value).containsExactly(article);
    }
  }

  /** A registry has rules of its own for what is compatible, symbols of enums among them. */
  @ParameterizedTest
  @ValueSource(strings = {"Article", "EnrichedArticle"})
  void theRegistryTakesEachReleasedSchemaAfterTheOther(String name, Lane lane) throws Exception {
    var registry = lane.kafka().registry().get("schema.registry.url");
    var subject = registry + "/subjects/" + lane.kafka().topicPrefix() + "history-" + name;
    var history = Path.of("../schemas/src/test/resources/history");
    try (var files = Files.list(history)) {
      for (var file :
          files.filter(f -> f.getFileName().toString().startsWith(name)).sorted().toList()) {
        var body = new ObjectMapper().createObjectNode().put("schema", Files.readString(file));
        assertThat(status("POST", subject + "/versions", body.toString()))
            .as(file.toString())
            .isEqualTo(200);
        var config = subject.replace("/subjects/", "/config/");
        assertThat(status("PUT", config, "{\"compatibility\": \"FULL_TRANSITIVE\"}"))
            .isEqualTo(200);
      }
    }
    var odd = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";
    assertThat(status("POST", subject + "/versions", odd)).isEqualTo(409);
  }

  private static int status(String method, String address, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
