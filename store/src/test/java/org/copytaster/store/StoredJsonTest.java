package org.copytaster.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PublicationDate;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.Timex;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HARD = "a\0\0b \\u0000 \\\0 \"é\" 東京 \uD83D\uDE00\n";
  private static final String HELD = "a\uFFFD\uFFFDb \\u0000 \\\uFFFD \"é\" 東京 \uD83D\uDE00\n";

  @Test
  void subjectsHaveTheirTypeAndParents() {
    assertThat(StoredJson.subjects(article("Floods")))
        .isEqualTo(
            "[{\"scheme\":\"Floods\",\"name\":\"Floods\",\"type\":\"Floods\",\"parents\":[\"Floods\"]}]");
  }

  @Test
  void aNulIsReplacedWhereverItStandsAndNothingElseIs() throws Exception {
    var article = article(HARD);

    assertThat(JSON.readTree(StoredJson.article(article)))
        .isEqualTo(JSON.readTree(StoredJson.article(article(HELD))));
    assertThat(StoredJson.article(article)).contains("東京 \uD83D\uDE00\\n").contains("\\\\u0000");
    assertThat(readBack(StoredJson.article(article)).toString()).doesNotContain("\0");
    assertThat(StoredJson.subjects(article)).isEqualTo(StoredJson.subjects(article(HELD)));
    assertThat(StoredJson.tags(enriched(HARD))).isEqualTo(StoredJson.tags(enriched(HELD)));
    assertThat(StoredJson.engines(enriched(HARD))).isEqualTo(StoredJson.engines(enriched(HELD)));
  }

  @Test
  void theBodyIsLeftToTheText() throws Exception {
    assertThat(JSON.readTree(StoredJson.article(article("Floods"))).has("body")).isFalse();
  }

  private static Map<?, ?> readBack(String json) throws Exception {
    return JSON.readValue(json, Map.class);
  }

  private static Article article(String text) {
    return Article.newBuilder()
        .setGuid("urn:x:1")
        .setHeadline(text)
        .setBody(text)
        .setSubjects(List.of(new Subject(text, null, text, text, List.of(text))))
        .setPublicationDates(List.of(new PublicationDate(text, text, true)))
        .setPicture(new Picture(text, text, text))
        .setRepairs(List.of(text))
        .setExtra(Map.of(text, text))
        .build();
  }

  private static EnrichedArticle enriched(String text) {
    return EnrichedArticle.newBuilder()
        .setArticle(article(text))
        .setTimexes(List.of(Timex.newBuilder().setSurface(text).setReason(text).build()))
        .setEngines(Map.of(text, text))
        .build();
  }
}
