package org.copytaster.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @Test
  void whatIsNotSetHasItsDefault() {
    var settings = Settings.of(Map.of());

    assertThat(settings.port("COPYTASTER_PORT", 8080, "a port")).isEqualTo(8080);
    assertThat(settings.duration("COPYTASTER_TIME", "7d", "a time")).isEqualTo(Duration.ofDays(7));
    assertThat(settings.flag("COPYTASTER_FLAG", true, "a flag")).isTrue();
    assertThat(settings.optional("COPYTASTER_DROP", "a directory")).isEmpty();
  }

  @Test
  void durationsAreReadWithTheirUnits() {
    var settings =
        Settings.of(
            Map.of(
                "COPYTASTER_A",
                "500ms",
                "COPYTASTER_B",
                "30s",
                "COPYTASTER_C",
                "5m",
                "COPYTASTER_D",
                "2h"));

    assertThat(settings.duration("COPYTASTER_A", "1s", "")).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.duration("COPYTASTER_B", "1s", "")).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.duration("COPYTASTER_C", "1s", "")).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.duration("COPYTASTER_D", "1s", "")).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    var settings =
        Settings.of(
            Map.of(
                "COPYTASTER_PORT", "x",
                "COPYTASTER_TIME", "soon",
                "COPYTASTER_FLAG", "maybe",
                "COPYTASTER_PROT", "1"));
    settings.port("COPYTASTER_PORT", 8080, "");
    settings.duration("COPYTASTER_TIME", "1s", "");
    settings.flag("COPYTASTER_FLAG", true, "");

    assertThatThrownBy(() -> settings.check(List.of()))
        .isInstanceOf(Settings.InvalidSettingsException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "COPYTASTER_PORT must be a whole number from 0 to 65535, but is 'x'",
                "COPYTASTER_TIME must be a duration such as 500ms, 30s, 5m, 2h or 7d,"
                    + " but is 'soon'",
                "COPYTASTER_FLAG must be true or false, but is 'maybe'",
                "COPYTASTER_PROT is not a setting; the nearest one is COPYTASTER_PORT"));
  }

  @Test
  void aSecretMayLieInAFile(@TempDir Path directory) throws IOException {
    var file = Files.writeString(directory.resolve("password"), " s3cret with ünïcode\n");
    var settings = Settings.of(Map.of("COPYTASTER_PASSWORD_FILE", file.toString()));

    assertThat(settings.secret("COPYTASTER_PASSWORD", "a password").reveal())
        .isEqualTo("s3cret with ünïcode");
    settings.check(List.of());
    assertThat(settings.declared())
        .contains(
            new Settings.Declared(
                "COPYTASTER_PASSWORD_FILE", "", "file that holds COPYTASTER_PASSWORD"));
  }

  @Test
  void aSecretThatCannotBeReadIsAProblemThatQuotesNothing(@TempDir Path directory)
      throws IOException {
    var empty = Files.writeString(directory.resolve("empty"), " \n");
    var tooLong = Files.writeString(directory.resolve("long"), "x".repeat(65_537));
    var binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, 's'});
    var settings =
        Settings.of(
            Map.of(
                "COPYTASTER_A_FILE", directory.resolve("missing").toString(),
                "COPYTASTER_B_FILE", empty.toString(),
                "COPYTASTER_C_FILE", tooLong.toString(),
                "COPYTASTER_D_FILE", directory.toString(),
                "COPYTASTER_E_FILE", binary.toString(),
                "COPYTASTER_F_FILE", binary.toString(),
                "COPYTASTER_F", "hidden"));
    for (var name : List.of("A", "B", "C", "D", "E", "F")) {
      settings.secret("COPYTASTER_" + name, "");
    }

    assertThatThrownBy(() -> settings.check(List.of()))
        .hasMessageContaining("COPYTASTER_A_FILE names a file that cannot be read")
        .hasMessageContaining("COPYTASTER_B_FILE names a file that is empty")
        .hasMessageContaining("COPYTASTER_C_FILE names a file of more than 65536 bytes")
        .hasMessageContaining("COPYTASTER_D_FILE names a file that cannot be read")
        .hasMessageContaining("COPYTASTER_E_FILE names a file that cannot be read as text")
        .hasMessageContaining("COPYTASTER_F_FILE is set, and COPYTASTER_F as well")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void aKafkaSettingMayLieInAFile(@TempDir Path directory) throws IOException {
    var login = "org.example.Login required password=\"x\";";
    var file = Files.writeString(directory.resolve("jaas"), login + "\n");
    var settings =
        Settings.of(
            Map.of(
                "COPYTASTER_KAFKA_SASL_JAAS_CONFIG_FILE",
                file.toString(),
                "COPYTASTER_KAFKA_SASL_MECHANISM",
                "SCRAM-SHA-512"));

    var kafka = KafkaSettings.read(settings);

    settings.check(List.of());
    assertThat(kafka.properties())
        .isEqualTo(Map.of("sasl.jaas.config", login, "sasl.mechanism", "SCRAM-SHA-512"));
  }

  @Test
  void fractionIsFromNoughtToOne() {
    for (var value : List.of("0", "1", "0.25")) {
      var settings = Settings.of(Map.of("COPYTASTER_SURE", value));
      assertThat(settings.fraction("COPYTASTER_SURE", 0.5, "how sure"))
          .isEqualTo(Double.parseDouble(value));
      settings.check(List.of());
    }
    for (var value : List.of("1.1", "-0.1", "NaN", "half", "")) {
      var settings = Settings.of(Map.of("COPYTASTER_SURE", value));
      assertThat(settings.fraction("COPYTASTER_SURE", 0.5, "how sure")).isEqualTo(0.5);
      assertThatThrownBy(() -> settings.check(List.of()))
          .hasMessage(
              "COPYTASTER_SURE must be a number from 0 to 1, such as 0.5, but is '" + value + "'");
    }
  }

  @Test
  void whatAnotherServiceKnowsIsNoMistake() {
    var settings = Settings.of(Map.of("COPYTASTER_OTHER", "1", "COPYTASTER_KAFKA_X", "1"));

    settings.check(
        List.of(
            new Settings.Declared("COPYTASTER_OTHER", "", ""),
            new Settings.Declared("COPYTASTER_KAFKA_*", "", "")));
  }

  @Test
  void variablesOfOthersAreNotLookedAt() {
    Settings.of(Map.of("PATH", "/bin", "COPY", "x")).check(List.of());
  }

  @Test
  void aSecretNeverShowsItself() {
    var settings = Settings.of(Map.of("COPYTASTER_PASSWORD", "hush"));

    var secret = settings.secret("COPYTASTER_PASSWORD", "");

    assertThat(secret.reveal()).isEqualTo("hush");
    assertThat(secret).hasToString("(secret)");
  }
}
