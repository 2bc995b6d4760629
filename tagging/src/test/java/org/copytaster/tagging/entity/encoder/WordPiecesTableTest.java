package org.copytaster.tagging.entity.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.tagging.text.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the encoder is trained on and what it is asked are cut by one rule, written twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordPiecesTableTest {

  private WordPieces pieces = new WordPieces(List.of());

  @BeforeAll
  void readVocabulary() throws IOException {
    pieces = new WordPieces(ModelFile.vocabulary());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTokenIsCutAsInTraining(String token, String ids, String shapes) {
    var cut = pieces.of(token);

    assertThat(written(cut.ids()) + "|" + written(cut.shapes())).isEqualTo(ids + "|" + shapes);
  }

  private static Stream<Arguments> rows() {
    return Table.read(WordPiecesTableTest.class, "pieces.tsv").rows().stream()
        .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2)));
  }

  private static String written(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }
}
