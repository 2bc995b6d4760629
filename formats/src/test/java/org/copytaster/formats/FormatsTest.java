package org.copytaster.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library as a stranger uses it: nothing but its own artifact is there. */
class FormatsTest {

  private static final Formats FORMATS = new Formats();
  private static final String RSS =
      """
      <rss version="2.0"><channel><title>Wire</title>
      <item><guid>urn:1</guid><title>Talks end</title><description>The talks ended.</description></item>
      <item><guid>urn:2</guid><title>Rain falls</title><description>It rains.</description></item>
      </channel></rss>
      """;
  private static final String JSON =
      """
      {"guid": "urn:3", "version": 2, "headline": "Snow falls", "body": "It snows."}
      """;

  @Test
  void copyIsReadInTheFormatThatItIsWrittenIn() throws UnreadableCopyException {
    assertThat(headlines(RSS, Hints.file("wire.xml"))).containsExactly("Talks end", "Rain falls");
    assertThat(headlines(JSON, Hints.NONE)).containsExactly("Snow falls");
    assertThat(headlines(JSON, Hints.mediaType("application/json"))).containsExactly("Snow falls");
    assertThat(headlines(RSS, new Hints("", null, "rss"))).hasSize(2);
  }

  @Test
  void theFormatIsNamedInTheArticle() throws UnreadableCopyException {
    var readings = FORMATS.read(Copy.of(bytes(RSS), Instant.EPOCH), Hints.NONE);

    assertThat(readings)
        .allSatisfy(each -> assertThat(((Reading.Text) each).draft().getFormat()).isEqualTo("rss"));
  }

  @Test
  void copyThatNoFormatKnowsIsRefusedInOneSentence() {
    var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3};

    assertThatThrownBy(
            () -> FORMATS.read(Copy.of(picture, Instant.EPOCH), Hints.file("picture.png")))
        .isInstanceOf(UnreadableCopyException.class);
    assertThatThrownBy(
            () -> FORMATS.read(Copy.of(bytes(JSON), Instant.EPOCH), new Hints("", null, "morse")))
        .isInstanceOf(UnreadableCopyException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/eclipse/jetty/server/Server.class",
        "io/micrometer/core/instrument/MeterRegistry.class",
        "org/apache/kafka/streams/KafkaStreams.class",
        "org/copytaster/runtime/Settings.class",
        "org/copytaster/ingest/Ingest.class"
      })
  void noServerIsOnTheClassPath(String type) {
    assertThat(FormatsTest.class.getClassLoader().getResource(type)).isNull();
  }

  private static List<String> headlines(String copy, Hints hints) throws UnreadableCopyException {
    return FORMATS.read(Copy.of(bytes(copy), Instant.EPOCH), hints).stream()
        .map(reading -> ((Reading.Text) reading).draft().getHeadline())
        .toList();
  }

  private static byte[] bytes(String copy) {
    return copy.getBytes(UTF_8);
  }
}
