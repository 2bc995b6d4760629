package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.runtime.Settings;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntityModelTest {

  private static final String NAME = "COPYTASTER_ENRICH_ENTITY_MODEL";

  @Test
  void newsModelIsTheDefault() {
    assertThat(EnrichSettings.read(Settings.of(Map.of())).entityModel())
        .isEqualTo(EntityModel.NEWS);
  }

  @Test
  void settingChoosesTheModel() {
    assertThat(EnrichSettings.read(Settings.of(Map.of(NAME, "open"))).entityModel())
        .isEqualTo(EntityModel.OPEN);
  }

  @Test
  void unknownModelIsAProblemOfItsSetting() {
    var settings = Settings.of(Map.of(NAME, "large"));
    EnrichSettings.read(settings);
    assertThatThrownBy(() -> settings.check(List.of()))
        .isInstanceOf(Settings.InvalidSettingsException.class)
        .hasMessage(NAME + " must be news or open, but is 'large'");
  }

  @ParameterizedTest
  @EnumSource
  void eachModelFindsNamesAndSaysThatItDid(EntityModel model) {
    var enriched =
        RecordTagger.english(model)
            .tag("Angela Merkel of Germany met officials of the World Bank in Paris.", null);
    assertThat(enriched.getEntities())
        .extracting(entity -> entity.getName() + "|" + entity.getType())
        .contains("Angela Merkel|PER", "Germany|LOC", "World Bank|ORG", "Paris|LOC");
    assertThat(enriched.getEngines().get("entity")).endsWith(model.label());
  }
}
