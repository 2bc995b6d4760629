package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.copytaster.tagging.Growth.AtMost;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.DocumentTime;
import org.copytaster.tagging.timex.PatternTimexTagger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds that dates take time in proportion to the length of the text, whatever is in it: of texts
 * of 250 kB, 1 MB and 2.5 MB, and with {@code LONG_TEXTS=1} in the environment of four times these.
 */
class LongTimexTest {

  private static final int MEGABYTE = 1_000_000;
  private static final int UNIT = System.getenv("LONG_TEXTS") == null ? MEGABYTE / 4 : MEGABYTE;
  private static final DocumentTime CREATION = DocumentTime.of(LocalDate.of(2024, 6, 19));
  private static final PatternTimexTagger TAGGER = PatternTimexTagger.english();

  /** For ten units. */
  private static final Duration LONGEST = Duration.ofMillis(25_000L * UNIT / MEGABYTE);

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("digits", "3141592653589793238462643383279502884"),
        Arguments.of("the same word", "last "),
        Arguments.of("no blanks", "theshipsmetatnoonandsailedagainonmondayx"),
        Arguments.of("slashes", "1/"),
        Arguments.of("months", "May "),
        Arguments.of("numbers in words", "two hundred "),
        Arguments.of("quotes and dashes", "“—”'-\"–’"),
        Arguments.of(
            "sentences",
            "On Tuesday the envoy told reporters that the two ports had signed the contract in"
                + " March, and that nobody would load grain before the harvest. "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void timeGrowsWithTheLengthOfTheTextAndNotFaster(String name, String part) {
    var growth = new Growth(units -> tagging(part, units * UNIT));
    growth.isAtMost(name, List.of(new AtMost(4, 6), new AtMost(10, 15)));

    assertThat(growth.least(10)).as("ten units of %s", name).isLessThan(LONGEST);
  }

  private static Runnable tagging(String part, int length) {
    var characters = part.repeat(length / part.length() + 1).substring(0, length);
    var text = new Text(characters, List.of(new ZonedSpan(new Span(0, length), Zone.BODY)));
    return () -> assertThat(TAGGER.tag(text, CREATION).size()).isLessThanOrEqualTo(length / 3);
  }
}
