package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.copytaster.tagging.text.LanguageIdentifier.IdentifiedLanguage;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.SpokenLanguage;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpokenLanguageTest {

  private static final String FRENCH =
      "Le ministre des Finances a démissionné mardi après des semaines de manifestations contre la"
          + " hausse des prix du carburant. Le gouvernement doit se réunir mercredi matin pour"
          + " désigner son successeur, a annoncé la présidence dans un communiqué publié le soir.";

  private static final String DANISH =
      "Finansministeren trådte tirsdag tilbage efter ugelange protester mod de stigende"
          + " benzinpriser i hovedstaden. Regeringen mødes onsdag morgen for at pege på en"
          + " efterfølger, oplyser statsministeriet i en meddelelse, der blev udsendt om aftenen.";

  private static final SpokenLanguage LANGUAGES = SpokenLanguage.read();

  @Test
  void sourceIsBelieved() {
    assertThat(of("Bonjour", "fr-CA")).contains(new IdentifiedLanguage("fr-CA", 1));
  }

  @Test
  void longTextPlainlyInAnotherLanguageOverrulesItsSource() {
    assertThat(of(FRENCH, "en").map(IdentifiedLanguage::tag)).contains("fr");
  }

  @Test
  void shortTextDoesNotOverruleItsSource() {
    assertThat(of(FRENCH.substring(0, 120), "en")).contains(new IdentifiedLanguage("en", 1));
  }

  @Test
  void nearRelationDoesNotOverruleTheSource() {
    assertThat(of(DANISH, "no")).contains(new IdentifiedLanguage("no", 1));
  }

  @Test
  void languageThatTheModelDoesNotKnowIsTheSources() {
    assertThat(of(FRENCH, "oc")).contains(new IdentifiedLanguage("oc", 1));
  }

  @Test
  void teasersAndFurnitureDoNotSpeakForTheArticle() {
    var teaser =
        "Read more: the ten best beaches of the coast, as chosen by our readers this year.";
    var text =
        new Text(
            teaser + FRENCH,
            List.of(
                new ZonedSpan(new Span(0, teaser.length()), Zone.TEASER),
                new ZonedSpan(
                    new Span(teaser.length(), teaser.length() + FRENCH.length()), Zone.BODY)));

    assertThat(LANGUAGES.of(text, null).map(IdentifiedLanguage::tag)).contains("fr");
    assertThat(LANGUAGES.of(new Text(teaser, text.zones().subList(0, 1)), null)).isEmpty();
  }

  private static Optional<IdentifiedLanguage> of(String body, @Nullable String said) {
    var zones = List.of(new ZonedSpan(new Span(0, body.length()), Zone.BODY));
    return LANGUAGES.of(new Text(body, zones), said);
  }
}
