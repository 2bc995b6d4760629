package org.copytaster.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.copytaster.formats.Formats;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;

class DefaultsTest {

  private static final Defaults COAST = new Defaults("pt", "pt-PT", "Print only");

  @Test
  void whatTheCopyDoesNotSayIsFilledIn() throws UnreadableCopyException {
    var article = read("text", "Nada", COAST);

    assertThat(article.getLanguage()).isEqualTo("pt-PT");
    assertThat(article.getUsageTerms()).isEqualTo("Print only");
  }

  @Test
  void whatTheCopySaysStays() throws UnreadableCopyException {
    var json = "{\"guid\":\"g\",\"language\":\"es\",\"usageTerms\":\"All\",\"body\":\"b\"}";

    var article = read("json", json, COAST);

    assertThat(article.getLanguage()).isEqualTo("es");
    assertThat(article.getUsageTerms()).isEqualTo("All");
  }

  @Test
  void thePageSaysItsLanguageItself() throws UnreadableCopyException {
    var page = "<html lang='gl'><body><p>Nada de novo na costa hoxe.</p></body></html>";

    assertThat(read("html", page, COAST).getLanguage()).isEqualTo("gl");
  }

  @Test
  void aBareLanguageGetsTheRegionOfItsSource() throws UnreadableCopyException {
    var british = new Defaults(null, "en-GB", null);

    assertThat(read("json", json("en"), british).getLanguage()).isEqualTo("en-GB");
    assertThat(read("json", json("en-US"), british).getLanguage()).isEqualTo("en-US");
  }

  private static String json(String language) {
    return "{\"guid\":\"g\",\"body\":\"b\",\"language\":\"" + language + "\"}";
  }

  private static Article read(String format, String text, Defaults defaults)
      throws UnreadableCopyException {
    var formats = new Formats();
    var circumstances = new Circumstances(ZoneOffset.UTC, Copies.RECEIVED, defaults);
    var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var readings =
        formats.read(
            formats.named(format).orElseThrow(), new Copy(bytes, null, Map.of(), circumstances));
    return ((Reading.Text) readings.get(0)).draft().build();
  }
}
