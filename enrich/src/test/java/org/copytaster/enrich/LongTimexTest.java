package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.copytaster.enrich.text.Span;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.Zone;
import org.copytaster.enrich.text.ZonedSpan;
import org.copytaster.enrich.timex.DocumentTime;
import org.copytaster.enrich.timex.PatternTimexTagger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds that dates take time in proportion to the length of the text, whatever is in it. What
 * counts is the time of the CPU in this thread, so that whatever else the machine does is not
 * counted.
 */
class LongTimexTest {

  private static final int MEGABYTE = 1_000_000;
  private static final DocumentTime CREATION = DocumentTime.of(LocalDate.of(2024, 6, 19));
  private static final PatternTimexTagger TAGGER = PatternTimexTagger.english();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Clocks are coarse, and the quickest of these texts take 6 ms. */
  private static final Duration SLACK = Duration.ofMillis(50);

  private static final Duration LONG = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(25);

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
    least(2, part, MEGABYTE / 2);
    var one = least(3, part, MEGABYTE);
    var four = least(2, part, 4 * MEGABYTE);
    var ten = least(1, part, 10 * MEGABYTE);

    assertThat(four)
        .as("4 MB of %s, where 1 MB takes %s", name, one)
        .isLessThan(one.multipliedBy(6).plus(SLACK));
    assertThat(ten).as("10 MB of %s", name).isLessThan(LONGEST);
  }

  /**
   * The shortest of several times, for one that was interrupted says nothing of the text; the first
   * if it is long, for then an interruption counts for little.
   */
  private static Duration least(int runs, String part, int length) {
    var characters = part.repeat(length / part.length() + 1).substring(0, length);
    var text = new Text(characters, List.of(new ZonedSpan(new Span(0, length), Zone.BODY)));
    var least = Duration.ofDays(1);
    for (int run = 0; run < runs; run++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      assertThat(TAGGER.tag(text, CREATION).size()).isLessThanOrEqualTo(length / 3);
      var took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin);
      least = took.compareTo(least) < 0 ? took : least;
      if (took.compareTo(LONG) > 0) {
        return least;
      }
    }
    return least;
  }
}
