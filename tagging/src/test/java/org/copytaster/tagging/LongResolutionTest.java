package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copytaster.tagging.Growth.AtMost;
import org.copytaster.tagging.entity.tag.ModelTagger;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds that names are found and resolved in time in proportion to the length of the text, also
 * where all of them could mean each other.
 */
class LongResolutionTest {

  private static final int UNIT = 75_000;
  private static final ModelTagger TAGGER = ModelTagger.english();

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("one surname, ever new bearers", "President %s Lund met Mrs. Lund. "),
        Arguments.of("ever new surnames", "Peter %1$s said that %1$s was ill. "),
        Arguments.of("ever new bodies", "The %1$s Port Authority (%1$s) met. The Authority won. "),
        Arguments.of("ever new towns", "He left %s, Texas, for Paris, Texas. "),
        Arguments.of("one row of names", "Peter %s, Karl Lund and Kim Jong Un and "),
        Arguments.of("paragraphs", "Kim Jong Un and %s met in the North.\n\nKim said no.\n\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void timeGrowsWithTheLengthOfTheTextAndNotFaster(String name, String part) {
    new Growth(units -> tagging(part, units * UNIT)).isAtMost(name, List.of(new AtMost(4, 6)));
  }

  private static Runnable tagging(String part, int length) {
    var characters =
        IntStream.range(0, length / part.length())
            .mapToObj(i -> String.format(part, word(i)))
            .collect(Collectors.joining());
    var span = new Span(0, characters.length());
    var text = new Text(characters, List.of(new ZonedSpan(span, Zone.BODY)));
    return () -> assertThat(TAGGER.tag(text)).isNotEmpty();
  }

  /** A word that looks like a name, another one for each number. */
  private static String word(int number) {
    var word = new StringBuilder("B");
    for (int rest = number + 1; rest > 0; rest /= 20) {
      word.append("aeiou".charAt(rest % 5)).append("lmnr".charAt(rest / 5 % 4));
    }
    return word.append("sen").toString();
  }
}
