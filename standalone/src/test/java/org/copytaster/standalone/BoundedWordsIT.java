package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Requests;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** However much somebody sends that is wrong, little is said about it, and little kept. */
@ExtendWith(Lanes.class)
class BoundedWordsIT {

  private static final int FEW_KILOBYTES = 8 * 1024;
  private static final int STATUS = 64 * 1024;

  /** What a text under embargo could be called that came in as the name of a field. */
  private static final String TEXT =
      "The minister will resign on Monday morning, two aides said\u0007";

  @TempDir private Path directory;

  @Test
  void aMegabyteOfUnknownFieldsIsAnsweredInAFewKilobytes(Lane lane) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      var base = "http://127.0.0.1:" + pipeline.port("ingest");
      for (int i = 0; i < 20; i++) {
        var answer = Requests.send(Requests.push(base, unknownFields(i)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().length()).isLessThan(FEW_KILOBYTES);
        assertThat(answer.body()).doesNotContain("on Monday", "\u0007");
      }

      var letters = Reading.bytes(lane.kafka(), pipeline.topics().deadLetters(), 20);
      assertThat(letters).hasSize(20);
      for (var letter : letters) {
        for (var header : letter.headers()) {
          assertThat(header.value().length).as(header.key()).isLessThan(FEW_KILOBYTES);
          assertThat(new String(header.value(), UTF_8)).doesNotContain("on Monday");
        }
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                var status = status(pipeline);
                assertThat(Requests.json(status).at("/deadLetters/count").asInt()).isEqualTo(20);
                assertThat(Requests.json(status).at("/deadLetters/newest")).hasSize(20);
                assertThat(status.body().length()).isLessThan(STATUS);
                assertThat(status.body()).doesNotContain("on Monday");
              });
    }
  }

  @Test
  void deadLettersFromBeforeThereWereBoundsDoNotSwellTheStatus(Lane lane) throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      write(lane, pipeline.topics().deadLetters(), 0, 30);

      awaitNewest(pipeline, 30, "29");
      write(lane, pipeline.topics().deadLetters(), 30, 5);
      awaitNewest(pipeline, 35, "34");
    }
  }

  private static void awaitNewest(Pipeline pipeline, int count, String newest) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              var status = status(pipeline);
              assertThat(status.body().length()).isLessThan(STATUS);
              var letters = Requests.json(status).path("deadLetters");
              assertThat(letters.path("count").asInt()).isEqualTo(count);
              assertThat(letters.path("newest")).hasSize(20);
              assertThat(letters.at("/newest/0/about").asText()).isEqualTo(newest);
              assertThat(letters.at("/newest/0/reason").asText()).startsWith("kk0 is");
            });
  }

  private static HttpResponse<String> status(Pipeline pipeline) throws Exception {
    return Requests.send(
        Requests.get("http://127.0.0.1:" + pipeline.port("console") + "/v1/status"));
  }

  private static void write(Lane lane, String topic, int from, int letters) {
    var config = new HashMap<>(lane.kafka().producer());
    config.put("max.request.size", 8 * 1024 * 1024);
    config.put("compression.type", "none");
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = from; i < from + letters; i++) {
        var letter = new ProducerRecord<byte[], byte[]>(topic, 0, null, new byte[] {1});
        EventHeaders.put(letter.headers(), DeadLetter.TOPIC, "t".repeat(100_000));
        EventHeaders.put(letter.headers(), DeadLetter.EXCEPTION, "e".repeat(100_000));
        EventHeaders.put(letter.headers(), DeadLetter.MESSAGE, "kk0 is no field; ".repeat(200_000));
        EventHeaders.put(letter.headers(), "ce_id", String.valueOf(i));
        var unused = producer.send(letter);
      }
    }
  }

  private static String unknownFields(int number) {
    var json = new StringBuilder("{\"guid\":\"urn:bound:" + number + "\",\"body\":\"x\"");
    json.append(",\"").append(TEXT.replace("\u0007", "\\u0007")).append("\":1");
    for (int i = 0; i < 80_000; i++) {
      json.append(",\"kk").append(number).append('_').append(i).append("\":1");
    }
    for (var name : List.of("x".repeat(100_000), "\\u202e".repeat(5_000))) {
      json.append(",\"").append(name).append("\":1");
    }
    return json + "}";
  }
}
