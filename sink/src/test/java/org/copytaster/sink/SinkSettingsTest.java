package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.copytaster.runtime.Settings;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {

  @Test
  void defaultsAreThoseOfTheEmbeddedPipeline() {
    var settings = SinkSettings.read(Settings.of(Map.of()));

    assertThat(settings.door().port()).isEqualTo(8083);
    assertThat(settings.group()).isEqualTo("copytaster-sink");
    assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://127.0.0.1:5433/copytaster");
  }

  @Test
  void passwordNeverShowsItself() {
    var settings =
        SinkSettings.read(Settings.of(Map.of("COPYTASTER_DATABASE_PASSWORD", "open sesame")));

    assertThat(settings.toString()).doesNotContain("sesame");
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    var environment =
        Settings.of(Map.of("COPYTASTER_SINK_BATCH", "none", "COPYTASTER_SINK_GRUOP", "x"));

    SinkSettings.read(environment);

    assertThatThrownBy(() -> environment.check(List.of()))
        .hasMessageContaining("COPYTASTER_SINK_BATCH")
        .hasMessageContaining("COPYTASTER_SINK_GROUP");
  }
}
