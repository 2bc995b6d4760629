package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Requests;
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

  private static HttpResponse<String> status(Pipeline pipeline) throws Exception {
    return Requests.send(
        Requests.get("http://127.0.0.1:" + pipeline.port("console") + "/v1/status"));
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
