package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code copytaster ingest} as it is delivered, with Confluent's jar beside and two settings. */
@ExtendWith(Lanes.class)
class ConfluentIngestIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void ingestRunsOnConfluentsSerializersBySettingsAlone(Lane lane) throws Exception {
    var jar = ConfluentClasses.neededJar();
    var loaded = Files.createTempFile(Path.of("target"), "classes", ".log");
    int port = Ports.free();
    var ingest = start(lane, jar, loaded, port);
    try {
      push(port);

      assertThat(published(lane))
          .extracting(Article::getHeadline)
          .containsExactly("Müller visits Zürich");
      assertThat(Files.readString(loaded))
          .contains(ConfluentClasses.SERIALIZER + " source: file:" + jar.toRealPath());
    } finally {
      ingest.destroy();
      ingest.waitFor(20, TimeUnit.SECONDS);
      ingest.destroyForcibly();
    }
  }

  private static Process start(Lane lane, Path jar, Path loaded, int port) throws IOException {
    var classes = "target/lib/*:" + deliveredJar() + ":" + jar.toRealPath();
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load=info:file=" + loaded,
                "-cp",
                classes,
                "org.copytaster.standalone.Main",
                "ingest"));
    var environment = builder.environment();
    environment.putAll(lane.environment());
    environment.put("COPYTASTER_INGEST_PORT", Integer.toString(port));
    environment.put("COPYTASTER_VALUE_SERIALIZER", ConfluentClasses.SERIALIZER);
    environment.put("COPYTASTER_VALUE_DESERIALIZER", ConfluentClasses.DESERIALIZER);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "confluent-ingest.log").toFile())
        .start();
  }

  private static Path deliveredJar() throws IOException {
    try (var files = Files.newDirectoryStream(Path.of("target"), "copytaster-standalone-*.jar")) {
      return files.iterator().next();
    }
  }

  private static void push(int port) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/articles"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"guid\":\"urn:x:1\",\"headline\":\"Müller visits Zürich\",\"body\":\"Text.\"}"))
            .build();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode(),
            status -> status == 202);
  }

  /** What stands in the topic, read with our own deserializer. */
  private static List<Article> published(Lane lane) {
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var topic = new Topics(kafka.topicPrefix()).articles();
    try (var consumer =
        new KafkaConsumer<>(
            kafka.consumer(), new StringDeserializer(), serdes.<Article>newDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      var records = consumer.poll(Duration.ofSeconds(20)).records(topic);
      return StreamSupport.stream(records.spliterator(), false).map(ConsumerRecord::value).toList();
    }
  }
}
