package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.DateOrder;
import org.copytaster.tagging.timex.creation.CreationFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library as a stranger uses it: nothing but its own artifact is there. */
class TaggerTest {

  private static final Tagger TAGGER = Tagger.english();
  private static final String TEXT =
      "Angela Merkel met officials of the World Bank in Paris on Tuesday.";

  @Test
  void aTextHasItsNamesAndItsTimes() {
    var tags = TAGGER.tag(TEXT, TagContext.created("2026-11-20"));

    assertThat(tags.entities())
        .extracting(entity -> entity.identity().name() + " " + entity.identity().type())
        .contains(
            "Angela Merkel " + EntityType.PER,
            "World Bank " + EntityType.ORG,
            "Paris " + EntityType.LOC);
    assertThat(tags.timexes())
        .singleElement()
        .satisfies(
            timex -> {
              assertThat(timex.surface()).isEqualTo("Tuesday");
              assertThat(timex.normalization().value()).isEqualTo("2026-11-17");
            });
    assertThat(tags.language()).hasValueSatisfying(each -> assertThat(each.tag()).isEqualTo("en"));
    assertThat(tags.engines()).containsOnlyKeys("zones", "language", "entity", "link", "timex");
  }

  @Test
  void withoutACreationTimeARelativeTimeHasNoValue() {
    var tags = TAGGER.tag(TEXT, TagContext.NONE);

    assertThat(tags.creationTime()).isEmpty();
    assertThat(tags.timexes())
        .singleElement()
        .satisfies(timex -> assertThat(timex.normalization().value()).isNull());
  }

  @Test
  void zonesThatAreKnownStay() {
    var known = List.of(new ZonedSpan(new Span(0, 13), Zone.BYLINE));
    var context = new TagContext(known, "en", DateOrder.UNKNOWN, CreationFields.given(null));

    var tags = TAGGER.tag("By Ann Archer\n\nThe talks ended.", context);

    assertThat(tags.zones()).first().extracting(ZonedSpan::zone).isEqualTo(Zone.BYLINE);
  }

  @Test
  void anotherLanguageHasZonesAndNoTags() {
    var text =
        "Die Bundeskanzlerin traf am Dienstag in Paris Vertreter der Weltbank und sprach mit ihnen"
            + " über die Lage der Banken in Europa.";

    var tags = TAGGER.tag(text, TagContext.created("2026-11-20"));

    assertThat(tags.entities()).isEmpty();
    assertThat(tags.timexes()).isEmpty();
    assertThat(tags.zones()).isNotEmpty();
  }

  @Test
  void aCreationTimeThatIsNoneIsRefused() {
    assertThatThrownBy(() -> TAGGER.tag(TEXT, TagContext.created("last week")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/kafka/clients/consumer/Consumer.class",
        "org/apache/avro/Schema.class",
        "org/eclipse/jetty/server/Server.class",
        "org/copytaster/schemas/Topics.class",
        "org/copytaster/runtime/Settings.class"
      })
  void nothingElseIsOnTheClassPath(String type) {
    assertThat(TaggerTest.class.getClassLoader().getResource(type)).isNull();
  }
}
