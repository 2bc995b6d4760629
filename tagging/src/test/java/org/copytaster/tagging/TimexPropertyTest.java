package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.Timex;
import org.jspecify.annotations.Nullable;

class TimexPropertyTest {

  private static final String DAY_OF_MONTH = "(?:0[1-9]|[12]\\d|3[01])";

  /** A day, or what a set says of days: {@code XXXX-06-04}, {@code XXXX-WXX-1}. */
  private static final String DAY =
      "(?:\\d{4}|XXXX)-(?:(?:0[1-9]|1[0-2]|XX)-(?:" + DAY_OF_MONTH + "|XX)|W(?:[0-5]\\d|XX)-[1-7])";

  private static final String COARSER_THAN_A_DAY =
      "\\d{2}|\\d{3}X?|\\d{4}|(?:\\d{4}|XXXX)-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]|SP|SU|FA|WI"
          + "|W(?:[0-5]\\d|XX)(?:-WE)?)|BC\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-"
          + DAY_OF_MONTH
          + ")?)?";

  private static final String TIME =
      "T(?:MO|MI|AF|EV|NI|DT|(?:[01]\\d|2[0-4])(?::[0-5]\\d){0,2}(?:Z|[+-]\\d\\d:\\d\\d)?)";

  /**
   * One unit, or several from the largest to the smallest, X where nobody counted: {@code P12M2D},
   * {@code PT2H5M}, {@code P2WXD} for two weeks and several days.
   */
  private static final String DURATION =
      "P(?:(?:\\d+(?:\\.\\d+)?|X)(?:[YMWDEC]|WE|DE|CE)|T(?:\\d+(?:\\.\\d+)?|X)[HMS]"
          + "|(?:(?:\\d+|X)[YMWD])+(?:T(?:(?:\\d+|X)[HMS])+)?|T(?:(?:\\d+|X)[HMS])+)";

  /**
   * What a TIMEX3 value looks like. It lets pass what the engine writes besides: {@code 201X} for a
   * decade ago, and {@code PXE} and {@code PXC} for decades and centuries that nobody counted.
   */
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:PAST|PRESENT|FUTURE)_REF|"
              + COARSER_THAN_A_DAY
              + "|"
              + DAY
              + "(?:"
              + TIME
              + ")?|"
              + DURATION);

  @Property(seed = "7", tries = 1000)
  void anySentenceIsTaggedSoundly(
      @ForAll("sentences") String sentence, @ForAll("days") LocalDate creation) {
    for (var timex : tagged(sentence, creation)) {
      var value = timex.normalization().value();
      if (value != null) {
        assertThat(value).as("value of %s", timex).matches(VALUE);
      }
    }
  }

  @Property(seed = "7", tries = 500)
  void relativeExpressionHasNoValueWithoutCreationTimeAndSaysWhy(
      @ForAll("relative") String expression) {
    var timexes = tagged("The two sides met " + expression + " in the hall.", null);
    assertThat(timexes).isNotEmpty();
    for (var timex : timexes) {
      var value = timex.normalization().value();
      if (value == null) {
        assertThat(timex.normalization().anchor()).startsWith("none: ");
      } else {
        assertThat(value).as("%s has no need of a creation time", timex).endsWith("_REF");
      }
    }
  }

  @Property(seed = "7", tries = 500)
  void absoluteExpressionMeansTheSameWhateverTheCreationTime(
      @ForAll("absolute") String expression,
      @ForAll("days") LocalDate creation,
      @ForAll("days") LocalDate other) {
    var sentence = "The two sides met in " + expression + " in the hall.";
    var timexes = tagged(sentence, creation);
    assertThat(timexes).hasSize(1);
    assertThat(timexes.get(0).normalization().value()).isNotNull();
    assertThat(tagged(sentence, other)).isEqualTo(timexes);
    assertThat(tagged(sentence, null)).isEqualTo(timexes);
  }

  @Property(seed = "7", tries = 500)
  void dayInFullIsThatDayHoweverItIsWritten(@ForAll("daysToWrite") LocalDate day) {
    for (var written : TimexPhrases.written(day)) {
      var timexes = tagged("The two sides met on " + written + " in the hall.", null);
      assertThat(values(timexes)).as(written).containsExactly(day.toString());
      assertThat(timexes.get(0).surface()).isEqualTo(written);
    }
  }

  @Property(seed = "7", tries = 300)
  void bareWeekdayIsTheLastOneOfItsName(
      @ForAll DayOfWeek weekday, @ForAll("days") LocalDate creation) {
    var timex = tagged("The two sides met " + name(weekday) + " in the hall.", creation).get(0);
    var day = LocalDate.parse(String.valueOf(timex.normalization().value()));
    assertThat(day.getDayOfWeek()).isEqualTo(weekday);
    assertThat(day).isBetween(creation.minusDays(6), creation);
  }

  @Property(seed = "7", tries = 300)
  void weekdayThatWillComeIsTheNextOneOfItsName(
      @ForAll DayOfWeek weekday, @ForAll("days") LocalDate creation) {
    var timex =
        tagged("The two sides will meet " + name(weekday) + " in the hall.", creation).get(0);
    var day = LocalDate.parse(String.valueOf(timex.normalization().value()));
    assertThat(day.getDayOfWeek()).isEqualTo(weekday);
    assertThat(day).isBetween(creation, creation.plusDays(6));
  }

  @Property(seed = "7", tries = 300)
  void distanceInDaysIsCounted(
      @ForAll @IntRange(min = 2, max = 400) int days, @ForAll("days") LocalDate creation) {
    var ago = tagged("The two sides met " + days + " days ago in the hall.", creation);
    assertThat(values(ago)).containsExactly(creation.minusDays(days).toString());
    var ahead = tagged("The two sides will meet " + days + " days from now.", creation);
    assertThat(values(ahead)).containsExactly(creation.plusDays(days).toString());
  }

  private static List<Timex> tagged(String sentence, @Nullable LocalDate creation) {
    var body = new ZonedSpan(new Span(0, sentence.length()), Zone.BODY);
    return TimexInvariants.tagged(new Text(sentence, List.of(body)), creation);
  }

  private static List<String> values(List<Timex> timexes) {
    return timexes.stream().map(timex -> String.valueOf(timex.normalization().value())).toList();
  }

  private static String name(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return TimexPhrases.days();
  }

  @Provide
  Arbitrary<LocalDate> daysToWrite() {
    return TimexPhrases.daysToWrite();
  }

  @Provide
  Arbitrary<String> sentences() {
    return TimexPhrases.sentences();
  }

  @Provide
  Arbitrary<String> relative() {
    return TimexPhrases.relative();
  }

  @Provide
  Arbitrary<String> absolute() {
    return TimexPhrases.absolute();
  }
}
