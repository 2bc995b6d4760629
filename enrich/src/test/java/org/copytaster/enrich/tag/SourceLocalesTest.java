package org.copytaster.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Timex;
import org.copytaster.tagging.timex.DateOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceLocalesTest {

  private static final String NAME = "COPYTASTER_ENRICH_SOURCE_LOCALES";

  private final ArticleEnricher enricher =
      new ArticleEnricher(OneTagging.ENGLISH, SourceLocales.parse("pa=en-GB, ap = en-US"));

  private Timex date(String source, @Nullable String language) {
    var article =
        Article.newBuilder()
            .setGuid("urn:test:1")
            .setVersionCreated(Instant.parse("2024-12-01T08:00:00Z"))
            .setSource(source)
            .setLanguage(language)
            .setBody("The two ports signed the contract on 10/11/2024 and made it public.")
            .build();
    var timexes = enricher.enrich(article, Instant.EPOCH).getTimexes();
    assertThat(timexes).hasSize(1);
    return timexes.get(0);
  }

  @Test
  void sourceThatWritesBritishHasTheDayFirst() {
    var date = date("pa", null);
    assertThat(date.getValue()).isEqualTo("2024-11-10");
    assertThat(date.getAlternatives()).containsExactly("2024-10-11");
    assertThat(date.getConfidence()).isEqualTo(0.75);
    assertThat(date.getReason()).isEqualTo("the day first, as its source writes");
  }

  @Test
  void sourceThatWritesAmericanHasTheMonthFirst() {
    var date = date("ap", null);
    assertThat(date.getValue()).isEqualTo("2024-10-11");
    assertThat(date.getAlternatives()).containsExactly("2024-11-10");
    assertThat(date.getConfidence()).isEqualTo(0.75);
  }

  @Test
  void localeOfTheSourceGoesBeforeTheArticlesLanguage() {
    assertThat(date("pa", "en-US").getValue()).isEqualTo("2024-11-10");
  }

  @Test
  void withoutALocaleTheRegionOfTheLanguageCounts() {
    var date = date("coast-desk", "en-AU");
    assertThat(date.getValue()).isEqualTo("2024-11-10");
    assertThat(date.getAlternatives()).containsExactly("2024-10-11");
    assertThat(date.getConfidence()).isEqualTo(0.75);
  }

  @Test
  void withNeitherTheMonthComesFirstWithLessConfidence() {
    for (var language : new String[] {null, "en"}) {
      var date = date("coast-desk", language);
      assertThat(date.getValue()).isEqualTo("2024-10-11");
      assertThat(date.getAlternatives()).containsExactly("2024-11-10");
      assertThat(date.getConfidence()).isEqualTo(0.5);
    }
  }

  @Test
  void settingIsReadAndEmptyUnlessGiven() {
    assertThat(settings(Map.of()).sourceLocales()).isEqualTo(SourceLocales.NONE);
    assertThat(settings(Map.of(NAME, "pa=en-GB,ap=en-US")).sourceLocales().locales())
        .isEqualTo(Map.of("pa", "en-GB", "ap", "en-US"));
  }

  @Test
  void entriesThatCannotBeReadAreAllNamed() {
    var settings = Settings.of(Map.of(NAME, "pa=en-GB,pa=en-US,ap=en,afp,=en-US,dpa=en_GB"));
    assertThat(EnrichSettings.read(settings).sourceLocales()).isEqualTo(SourceLocales.NONE);
    assertThatThrownBy(() -> settings.check(List.of()))
        .isInstanceOf(Settings.InvalidSettingsException.class)
        .hasMessage(
            NAME
                + " must be name=locale, each source once and each locale with a region, such as"
                + " pa=en-GB,ap=en-US, but has 'pa=en-US' and 'ap=en' and 'afp' and '=en-US' and"
                + " 'dpa=en_GB'");
  }

  @Test
  void orderOfALocaleNeedsItsRegion() {
    assertThat(SourceLocales.order("en-GB")).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(SourceLocales.order("en-US")).isEqualTo(DateOrder.MONTH_FIRST);
    assertThatThrownBy(() -> SourceLocales.order("en"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"en\" is no locale with a region, such as en-GB");
  }

  private static EnrichSettings settings(Map<String, String> environment) {
    return EnrichSettings.read(Settings.of(environment));
  }
}
