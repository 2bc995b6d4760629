package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Settings;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.tag.EntityReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityReaderTest {

  private static final String NAME = "COPYTASTER_ENRICH_ENTITY_READER";
  private static final String TEXT =
      "Angela Merkel of Germany met officials of the World Bank in Paris.";

  @Test
  void defaultIsWhatMeasuresBest() {
    assertThat(EnrichSettings.read(Settings.of(Map.of())).entityReader())
        .isEqualTo(EntityReader.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"fast, FAST", "sure, SURE", "Sure, SURE"})
  void settingChoosesTheReader(String value, EntityReader reader) {
    assertThat(EnrichSettings.read(Settings.of(Map.of(NAME, value))).entityReader())
        .isEqualTo(reader);
  }

  @Test
  void unknownReaderIsAProblemOfItsSetting() {
    var settings = Settings.of(Map.of(NAME, "slow"));
    EnrichSettings.read(settings);
    assertThatThrownBy(() -> settings.check(List.of()))
        .isInstanceOf(Settings.InvalidSettingsException.class)
        .hasMessage(NAME + " must be fast or sure, but is 'slow'");
  }

  @ParameterizedTest
  @CsvSource({
    "fast, news, entity-perceptron/4 news, 0.0",
    "sure, news, entity-perceptron/4 news entity-encoder/1 news, 0.0",
    "sure, open, entity-perceptron/4 open, 1.0"
  })
  void tagsAndMetricSayWhoReads(String reader, String model, String engine, String missing) {
    var metrics = new Metrics("enrich");
    var settings =
        EnrichSettings.read(
            Settings.of(Map.of(NAME, reader, "COPYTASTER_ENRICH_ENTITY_MODEL", model)));
    try (var live = LiveTagger.start(settings, new EnrichMetrics(metrics), Clock.systemUTC())) {
      var enriched = live.get().tag(TEXT, null);

      assertThat(enriched.getEngines()).containsEntry("entity", engine);
      assertThat(enriched.getEntities())
          .extracting(entity -> entity.getName() + "|" + entity.getType())
          .contains("Angela Merkel|PER", "Germany|LOC", "World Bank|ORG", "Paris|LOC");
    }
    assertThat(metrics.scrape().lines())
        .filteredOn(line -> line.startsWith("copytaster_enrich_encoder_missing"))
        .singleElement()
        .asString()
        .endsWith(" " + missing);
  }

  @Test
  void whyThereIsNoEncoderIsToldOnce() {
    var told = new ArrayList<EncoderException>();
    RecordTagger.english(EntityModel.OPEN, EntityReader.SURE, told::add).tag(TEXT, null);

    assertThat(told)
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo("there is no encoder for the model open");
  }
}
