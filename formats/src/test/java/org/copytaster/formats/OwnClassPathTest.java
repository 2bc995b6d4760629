package org.copytaster.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of this module see what a stranger has who depends on nothing but this artifact. */
class OwnClassPathTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/kafka/common/header/Headers.class",
        "org/apache/kafka/clients/producer/ProducerRecord.class",
        "org/eclipse/jetty/server/Server.class",
        "org/copytaster/runtime/Settings.class",
        "org/copytaster/ingest/Ingest.class",
      })
  void strangersNeedNoServerAndNoKafka(String file) {
    assertThat(Formats.class.getClassLoader().getResource(file)).isNull();
  }

  @Test
  void noClassOfKafkaCanBeLoaded() {
    assertThatThrownBy(
            () -> Formats.class.getClassLoader().loadClass("org.apache.kafka.clients.ApiVersions"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void copyIsReadWithoutThem() throws UnreadableCopyException {
    var copy =
        Copy.of(
            "{\"guid\": \"ferry\", \"headline\": \"Ferry runs again\", \"body\": \"Havnes.\"}"
                .getBytes(UTF_8),
            RECEIVED);

    var readings = new Formats().read(copy, Hints.mediaType("application/json"));

    assertThat(readings).hasSize(1);
  }

  @Test
  void whatIsWrongIsSaidWithoutThem() {
    var copy = Copy.of("{\"headlime\": \"Ferry runs again\"}".getBytes(UTF_8), RECEIVED);

    assertThatThrownBy(() -> new Formats().read(copy, Hints.mediaType("application/json")))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("the nearest one is headline");
  }
}
