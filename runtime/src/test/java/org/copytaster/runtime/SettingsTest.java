package org.copytaster.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
