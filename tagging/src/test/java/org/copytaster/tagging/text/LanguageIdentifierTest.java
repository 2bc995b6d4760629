package org.copytaster.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.copytaster.tagging.text.LanguageIdentifier.IdentifiedLanguage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {

  /** Written so nearly alike that one sentence does not always tell them apart. */
  private static final Map<String, Set<String>> KIN =
      Map.of(
          "hr", Set.of("bs", "sr"),
          "bs", Set.of("hr", "sr"),
          "sr", Set.of("bs", "hr"),
          "nb", Set.of("nn", "da"),
          "nn", Set.of("nb"),
          "da", Set.of("nb"),
          "id", Set.of("ms"),
          "ms", Set.of("id"));

  /** Neighbours that thirty characters do not tell apart, though a sentence does. */
  private static final Map<String, Set<String>> NEAR =
      Map.of("cs", Set.of("sk"), "sk", Set.of("cs"), "sl", Set.of("bs", "hr", "sr"));

  private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.read();

  @TestFactory
  Stream<DynamicTest> sentenceIsToldByItsLetters() {
    return sentences()
        .map(row -> DynamicTest.dynamicTest(row.get(1), () -> told(row.get(0), row.get(1))));
  }

  @TestFactory
  Stream<DynamicTest> capitalsTellAsMuchAsSmallLetters() {
    return sentences()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(1), () -> told(row.get(0), row.get(1).toUpperCase(Locale.ROOT))));
  }

  @TestFactory
  Stream<DynamicTest> beginningOfASentenceIsNeverTakenForAnotherForeignLanguage() {
    return sentences()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(1),
                    () -> {
                      var head = row.get(1).substring(0, Math.min(30, row.get(1).length()));
                      var found = IDENTIFIER.of(head).map(IdentifiedLanguage::tag);
                      assertThat(found.orElse(row.get(0)))
                          .isIn(likeliest(row.get(0), found.orElse("")));
                    }));
  }

  @Test
  void tableOfNamesAndFiguresPassesAsEnglish() {
    var table =
        """
        Ajax 2 Feyenoord 1
        Bayern Munich 3 Schalke 0
        Inter Milan 1 Juventus 1
        Real Sociedad 2 Espanyol 2
        Paris St Germain 0 Monaco 4
        """;

    assertThat(IDENTIFIER.of(table).map(IdentifiedLanguage::tag)).contains("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Serie A\nNapoli 2 Lazio 1\nAtalanta 0 Torino 0\nSassuolo 1 Udinese 3",
        "ajax 2 feyenoord 1\nfc twente 0 psv 3\nvitesse 1 heerenveen 1",
        "benfica 2 porto 1\nsporting 3 braga 0\nboavista 1 famalicao 1",
        "legia warszawa 2 lech poznan 1\nwisla krakow 0 cracovia 0\nzaglebie lubin 1 jagiellonia 3",
        "bund 10 jahre 2,45\nbobl 5 jahre 2,10\nschatz 2 jahre 2,90",
        "adidas 201,40 +0,5\nallianz 240,10 -0,2\nhenkel 66,10 +0,1",
        "1. Stefan Kraft (Austria) 268.4\n2. Ryoyu Kobayashi (Japan) 260.1\n3. Piotr Zyla 255.0",
        "Novak Djokovic (SRB) bt Rafael Nadal 6-4 6-3\nThiem bt Cilic 7-6\nRune bt Ruud 6-1",
        "napoli 2 lazio 1; atalanta 0 torino 0; sassuolo 1 udinese 3; cagliari 2 parma 2",
        "Uitslagen zaterdag\n\najax 2 feyenoord 1\n\nfc twente 0 psv 3\n\nvitesse 1 heerenveen 1\n",
      })
  void languageOfATableIsNotGuessedFromIt(String table) {
    assertThat(IDENTIFIER.of(table).map(IdentifiedLanguage::tag)).contains("en");
  }

  @Test
  void proseBesideATableSaysItsLanguage() {
    var report =
        """
        De wedstrijd werd gewonnen door de bezoekers, die na de rust twee keer scoorden.
        Napoli 2 Lazio 1
        Atalanta 0 Torino 0
        Sassuolo 1 Udinese 3
        """;

    assertThat(IDENTIFIER.of(report).map(IdentifiedLanguage::tag)).contains("nl");
    assertThat(IDENTIFIER.of("Спартак 2 Зенит 1\nЛокомотив 0 Динамо 0\nРубин 1 Урал 3"))
        .map(IdentifiedLanguage::tag)
        .isNotEqualTo(Optional.of("en"));
  }

  @Test
  void headlineInEnglishIsLessSureThanAStory() {
    var headline = IDENTIFIER.of("Mayor quits").orElseThrow();
    var story = IDENTIFIER.of("The mayor quit after a week of protests over the bridge.");

    assertThat(headline.tag()).isEqualTo("en");
    assertThat(headline.confidence()).isLessThan(story.orElseThrow().confidence());
  }

  @Test
  void figuresAreInNoLanguage() {
    assertThat(IDENTIFIER.of("12:30 — 4,500 (+3.2 %)")).isEqualTo(Optional.empty());
  }

  @Test
  void languageOfMostOfAPageIsThatOfThePage() {
    var page =
        "Le ministre a démissionné mardi après des semaines de manifestations dans la capitale. "
            + "\"We are very disappointed\", said one of the protesters. "
            + "Le gouvernement doit se réunir mercredi matin pour désigner son successeur.";

    assertThat(IDENTIFIER.of(page).map(IdentifiedLanguage::tag)).contains("fr");
  }

  @Test
  void lettersOfAllKnownLanguagesAreRead() {
    assertThat(IDENTIFIER.languages())
        .contains("en", "fr", "ar", "zh", "ja", "ko", "hi", "ta", "vi", "sw", "nn", "ca")
        .doesNotHaveDuplicates();
  }

  private static void told(String language, String sentence) {
    var found = IDENTIFIER.of(sentence).orElseThrow();

    assertThat(found.tag()).isIn(likeliest(language, language));
    assertThat(found.confidence()).isBetween(0.3, 1.0);
  }

  private static Set<String> likeliest(String language, String other) {
    var all = new java.util.HashSet<>(KIN.getOrDefault(language, Set.of()));
    all.add(language);
    if (!other.equals(language)) {
      all.addAll(NEAR.getOrDefault(language, Set.of()));
      all.add("en");
    }
    return all;
  }

  private static Stream<List<String>> sentences() {
    return Table.read(LanguageIdentifierTest.class, "sentences.tsv").rows().stream();
  }
}
