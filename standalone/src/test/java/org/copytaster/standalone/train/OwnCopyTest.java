package org.copytaster.standalone.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.train.EntityTrainer.Labelled;
import org.copytaster.tagging.entity.train.EntityTrainer.Sentence;
import org.junit.jupiter.api.Test;

class OwnCopyTest {

  @Test
  void mentionInBracketsIsLabelled() {
    assertThat(read("[LOC Harwick] ( [ORG AP] ) _ The [ORG Port Authority] met ."))
        .containsExactly(
            List.of(
                new Sentence(
                    List.of("Harwick", "(", "AP", ")", "_", "The", "Port", "Authority", "met", "."),
                    List.of(
                        new Labelled(0, 1, EntityType.LOC),
                        new Labelled(2, 3, EntityType.ORG),
                        new Labelled(6, 8, EntityType.ORG)))));
  }

  @Test
  void emptyLineEndsAnArticle() {
    assertThat(read("# A header.\n\nOne .\nTwo .\n\nThree ."))
        .map(List::size)
        .containsExactly(2, 1);
  }

  @Test
  void shippedCopyHasNamesOfEachTypeAndSentencesWithoutAny() {
    var sentences = new ArrayList<Sentence>();
    OwnCopy.read(sentences::addAll);
    assertThat(sentences).hasSizeGreaterThan(1_000);
    for (var type : EntityType.values()) {
      assertThat(sentences.stream().flatMap(sentence -> sentence.mentions().stream()))
          .filteredOn(mention -> mention.type() == type)
          .hasSizeGreaterThan(200);
    }
    assertThat(sentences).filteredOn(sentence -> sentence.mentions().isEmpty()).isNotEmpty();
    assertThat(sentences)
        .flatExtracting(Sentence::tokens)
        .noneMatch(token -> token.contains("[") || token.contains("]"));
  }

  private static List<List<Sentence>> read(String copy) {
    var articles = new ArrayList<List<Sentence>>();
    OwnCopy.read(copy, articles::add);
    return articles;
  }
}
