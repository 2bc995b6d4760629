package org.copytaster.tagging.entity.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.tagging.TagContext;
import org.copytaster.tagging.Tagger;
import org.copytaster.tagging.entity.Mention;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.link.Authority;
import org.copytaster.tagging.entity.link.Linking;
import org.copytaster.tagging.text.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that both readers find together: {@code sure-names.tsv}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SureTableTest {

  private Tagger sure = Tagger.english();
  private Tagger other = Tagger.english();

  @BeforeAll
  void read() throws EncoderException {
    sure = Tagger.english(EntityModel.NEWS, EntityReader.SURE);
    other = Tagger.english(EntityModel.NEWS, EntityReader.SURE);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void namesAreFoundAsTheTableSays(String text, String names) {
    assertThat(names(sure, text)).isEqualTo(names);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anotherTaggerFindsTheSameOnAnotherThread(String text, String names) throws Exception {
    var found = new String[1];
    var thread = new Thread(() -> found[0] = names(other, text));
    thread.start();
    thread.join();

    assertThat(found[0]).isEqualTo(names);
  }

  @Test
  void tagsSayWhoRead() {
    var text = "Angela Merkel flew to Paris on Tuesday, officials of the World Bank said.";

    assertThat(sure.tag(text, TagContext.NONE).engines())
        .containsEntry("entity", "entity-perceptron/4 news entity-encoder/1 news");
    assertThat(Tagger.english().tag(text, TagContext.NONE).engines())
        .containsEntry("entity", "entity-perceptron/4 news");
  }

  @Test
  void otherLinksAreMadeOfTheSameNames() {
    var text = "Angela Merkel flew to Paris on Tuesday, officials of the World Bank said.";
    var linking = new Linking(Authority.NONE, 1);

    assertThat(names(sure.withLinking(linking), text)).isEqualTo(names(sure, text));
  }

  private static Stream<Arguments> rows() {
    return Table.read(SureTableTest.class, "sure-names.tsv").rows().stream()
        .map(row -> Arguments.of(row.get(0), row.get(1)));
  }

  private static String names(Tagger tagger, String text) {
    return tagger.tag(text, TagContext.NONE).entities().stream()
        .flatMap(entity -> entity.mentions().stream())
        .sorted(Comparator.comparingInt((Mention mention) -> mention.place().begin()))
        .map(mention -> mention.type() + " " + mention.surface())
        .collect(Collectors.joining(", "));
  }
}
