package org.copytaster.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WrittenLogTest {

  @Test
  void asJsonALineIsAnObjectWithWhatIsKnownOfTheArticle() throws Exception {
    var guid = LogField.GUID.say("urn:ä\"1");
    var line = written("json", "took \"it\"", null);
    guid.unsay();

    var read = new ObjectMapper().readTree(line);
    assertThat(line).endsWith("}\n").matches(text -> text.lines().count() == 1);
    assertThat(line.chars()).allMatch(c -> c < 127);
    assertThat(read.path("time").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\..*Z");
    assertThat(read.path("level").asText()).isEqualTo("WARN");
    assertThat(read.path("logger").asText()).isEqualTo(WrittenLogTest.class.getName());
    assertThat(read.path("message").asText()).isEqualTo("took \"it\"");
    assertThat(read.path("guid").asText()).isEqualTo("urn:ä\"1");
    assertThat(read.path("instance").asText()).isEqualTo(Instance.name());
    assertThat(read.has("version")).isFalse();
  }

  @Test
  void whatAStrangerSentStaysInItsField() throws Exception {
    var line = written("json", "a\n{\"level\":\"ERROR\"}\u2028" + "x".repeat(10_000), null);

    assertThat(line.lines()).hasSize(1);
    assertThat(line).hasSizeLessThan(4_000);
    assertThat(new ObjectMapper().readTree(line).path("level").asText()).isEqualTo("WARN");
  }

  @Test
  void aFailureIsToldWithItsFramesAndWithoutForeignWords() throws Exception {
    var line = written("json", "failed", new IllegalStateException("SECRET"));

    assertThat(new ObjectMapper().readTree(line).path("stack").asText())
        .startsWith("IllegalStateException\n  ")
        .contains("WrittenLogTest");
    assertThat(line).doesNotContain("SECRET");
  }

  @Test
  void withoutTheSettingALineIsAsThePatternSays() {
    assertThat(written("text", "took it", null)).isEqualTo("WARN took it");
    assertThat(written("", "took it", null)).isEqualTo("WARN took it");
  }

  private static String written(String form, String message, @Nullable Throwable failure) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var log = new WrittenLog();
    log.setContext(context);
    log.setPattern("%level %msg");
    log.setForm(form);
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(WrittenLogTest.class);
    var event = new LoggingEvent("x", logger, Level.WARN, message, failure, null);
    return new String(log.encode(event), UTF_8);
  }
}
