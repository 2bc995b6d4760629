package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.json.TagsJson;
import org.copytaster.schemas.record.CreationCandidate;
import org.copytaster.schemas.record.CreationVerdict;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Timex;
import org.junit.jupiter.api.Test;

class CreationTimeTest {

  /** A page as scrapers bring it: three summaries of other articles, each with its date. */
  private static final String PAGE =
      """
      Advertisement

      Two ports sign a pact

      Harbour masters Ida Moe and Per Lie sign a paper in the town hall.
      (Ola Nor / Coast Press)
      Share via

      The ports of Bergen and Oslo %s that ends a quarrel of ten years.

      A ferry sank off the coast, and nobody knows why.

      June 4, 2024

      The two sides had met in March and could not agree.

      The fish market opens its doors again after a long winter.

      June 19, 2024

      What each side gave was not told.

      A storm took the roof off the old customs house.

      May 14, 2024

      Both sides are glad of it.
      """;

  private final RecordTagger tagging = OneTagging.ENGLISH;
  private final RecordTagger allowing = tagging.withInferredCreationTime(true);

  private static CreationCandidate only(EnrichedArticle enriched) {
    assertThat(enriched.getDctCandidates()).hasSize(1);
    return enriched.getDctCandidates().get(0);
  }

  private static Timex weekday(EnrichedArticle enriched) {
    return enriched.getTimexes().stream()
        .filter(timex -> timex.getSurface().equals("Wednesday"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pageWhoseTeasersHaveDatesHasNoneOfItsOwn() {
    for (var engines : List.of(tagging, allowing)) {
      var enriched = engines.tag(PAGE.formatted("have a pact"), null);
      assertThat(enriched.getDct()).isNull();
      assertThat(only(enriched).getMethod()).isEqualTo("teaser-date");
      assertThat(only(enriched).getValue()).isEqualTo("2024-06-19");
      assertThat(only(enriched).getVerdict()).isEqualTo(CreationVerdict.REFUSED);
    }
  }

  @Test
  void teaserDateThatAgreesWithTheTextIsInferredAndNotTaken() {
    var enriched = tagging.tag(PAGE.formatted("signed a pact on Wednesday"), null);
    assertThat(only(enriched).getVerdict()).isEqualTo(CreationVerdict.INFERRED);
    assertThat(only(enriched).getConfidence()).isEqualTo(0.5);
    assertThat(enriched.getDct()).isNull();
    assertThat(weekday(enriched).getValue()).isNull();
    assertThat(weekday(enriched).getAnchor()).isEqualTo("none: no document creation time");
  }

  @Test
  void inferredDateIsTakenWhereTheSettingAllowsItAndSaysSo() {
    var enriched = allowing.tag(PAGE.formatted("signed a pact on Wednesday"), null);
    assertThat(enriched.getDct().getMethod()).isEqualTo("teaser-date, inferred");
    assertThat(enriched.getDct().getConfidence()).isEqualTo(0.5);
    assertThat(weekday(enriched).getValue()).isEqualTo("2024-06-19");
    assertThat(weekday(enriched).getAnchor()).isEqualTo("inferred 2024-06-19");
  }

  @Test
  void acceptedDateIsTakenBeforeAnInferredOne() {
    var dated = PAGE.formatted("signed a pact on Wednesday").replace("Share via", "June 13, 2024");
    assertThat(allowing.tag(dated, null).getDct().getMethod()).isEqualTo("dateline");
    assertThat(allowing.tag(dated, "2024-06-14").getDct().getMethod()).isEqualTo("given");
  }

  @Test
  void sameTextHasTheSameLedgerWheneverItIsRead() {
    var page = PAGE.formatted("signed a pact on Wednesday");
    var again = OneTagging.ENGLISH.withInferredCreationTime(true);
    assertThat(TagsJson.of(again.tag(page, null))).isEqualTo(TagsJson.of(allowing.tag(page, null)));
  }

  @Test
  void ledgerIsBoundedHoweverManyDatesThereAre() {
    var head = new StringBuilder("Two ports sign a pact\n\n");
    for (int day = 1; day <= 28; day++) {
      head.append("June ").append(day).append(", 2024\n\n");
      head.append("Updated June ").append(day).append(", 2024\n\n");
    }
    var enriched = tagging.tag(head + "The ports signed it.\n\n" + PAGE.repeat(200), null);
    assertThat(enriched.getDctCandidates()).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void givenTimeThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> tagging.tag("They met.", "soon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"soon\" is no creation time");
  }

  @Test
  void inferredTimesAreNotTakenUnlessTheSettingSaysSo() {
    var name = "COPYTASTER_ENRICH_INFERRED_CREATION_TIME";
    assertThat(EnrichSettings.read(Settings.of(Map.of())).inferredCreationTime()).isFalse();
    assertThat(EnrichSettings.read(Settings.of(Map.of(name, "true"))).inferredCreationTime())
        .isTrue();
  }
}
