package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class AnsweredTagsTest {

  private final ObjectNode article = ArticleJson.JSON.createObjectNode();

  @Test
  void newsIsAnsweredWhole() {
    entity("a", 2_000);
    entity("b", 3_000);
    timexes(5_000);
    var before = article.deepCopy();

    AnsweredTags.bound(article);

    assertThat(article).isEqualTo(before);
  }

  @Test
  void whatIsTooMuchIsLeftOutFromTheEndAndCounted() {
    entity("a", 4_999);
    entity("b", 3);
    entity("c", 10);
    timexes(5_007);

    AnsweredTags.bound(article);

    assertThat(article.path("entities").findValuesAsText("id")).containsExactly("a", "b");
    assertThat(article.at("/entities/1/mentions")).hasSize(1);
    assertThat(article.at("/entities/1/mentions/0/begin").asInt()).isZero();
    assertThat(article.path("timexes")).hasSize(5_000);
    assertThat(article.path("tagsLeftOut").asInt()).isEqualTo(2 + 10 + 7);
  }

  @Test
  void aMillionEntitiesAreCutAtOnce() {
    for (int i = 0; i < 1_000_000; i++) {
      entity("e" + i, 1);
    }

    AnsweredTags.bound(article);

    assertThat(article.path("entities")).hasSize(AnsweredTags.MOST);
    assertThat(article.path("tagsLeftOut").asInt()).isEqualTo(1_000_000 - AnsweredTags.MOST);
  }

  @Test
  void anArticleWithoutTagsStaysAsItIs() {
    article.put("pubStatus", "CANCELED");

    AnsweredTags.bound(article);

    assertThat(article).hasSize(1);
  }

  private void entity(String id, int mentions) {
    ObjectNode entity = article.withArray("entities").addObject().put("id", id);
    numbered(entity.putArray("mentions"), mentions);
  }

  private void timexes(int count) {
    numbered(article.putArray("timexes"), count);
  }

  private static void numbered(ArrayNode array, int count) {
    for (int i = 0; i < count; i++) {
      array.addObject().put("begin", i);
    }
  }
}
