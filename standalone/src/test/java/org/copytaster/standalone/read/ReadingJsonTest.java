package org.copytaster.standalone.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {

  private static final String FRENCH =
      "Le conseil municipal a voté lundi soir la fermeture du vieux pont, que les habitants du"
          + " quartier voulaient garder ouvert aux piétons pendant les travaux de l'été.";

  private final ReadingJson json = new ReadingJson();

  @Test
  void languageThatTheCopyDoesNotSayIsFoundInTheText() {
    var read = read(Article.newBuilder().setBody(FRENCH));

    assertThat(read.path("language").asText()).isEqualTo("fr");
    assertThat(read.path("languageConfidence").asDouble()).isBetween(0.9, 1.0);
  }

  @Test
  void languageThatTheCopySaysStandsAlone() {
    var read = read(Article.newBuilder().setBody(FRENCH).setLanguage("fr-CA"));

    assertThat(read.path("language").asText()).isEqualTo("fr-CA");
    assertThat(read.has("languageConfidence")).isFalse();
  }

  @Test
  void textInNoLanguageHasNone() {
    var read = read(Article.newBuilder().setBody("1 2 3"));

    assertThat(read.path("language").isNull()).isTrue();
    assertThat(read.has("languageConfidence")).isFalse();
  }

  private ObjectNode read(Article.Builder article) {
    return json.of(Path.of("bridge.txt"), "text", new Reading.Text(article.setGuid("g"), false));
  }
}
