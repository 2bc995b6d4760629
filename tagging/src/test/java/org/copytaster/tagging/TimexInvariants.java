package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.timex.DocumentTime;
import org.copytaster.tagging.timex.Interval;
import org.copytaster.tagging.timex.PatternTimexTagger;
import org.copytaster.tagging.timex.Timex;
import org.jspecify.annotations.Nullable;

/** What holds of the time expressions of any text whatever. */
final class TimexInvariants {

  private static final PatternTimexTagger TAGGER = PatternTimexTagger.english();

  private TimexInvariants() {}

  /** Tags a text, checks what was found and returns it. */
  static List<Timex> tagged(Text text, @Nullable LocalDate creation) {
    var time = creation == null ? null : DocumentTime.of(creation);
    var timexes = TAGGER.tag(text, time);
    assertThat(TAGGER.tag(text, time)).isEqualTo(timexes);
    int end = 0;
    for (var timex : timexes) {
      var place = timex.place();
      assertThat(place.begin()).as("begin of %s", timex).isGreaterThanOrEqualTo(end);
      assertThat(place.end()).as("end of %s", timex).isGreaterThan(place.begin());
      assertThat(place.end())
          .as("end of %s", timex)
          .isLessThanOrEqualTo(text.characters().length());
      assertThat(text.characters().substring(place.begin(), place.end()))
          .isEqualTo(timex.surface());
      timex.normalization().interval().ifPresent(TimexInvariants::begins);
      end = place.end();
    }
    return timexes;
  }

  /** An interval is half-open, so its end lies behind its begin. */
  private static void begins(Interval interval) {
    if (interval.from().indexOf('T') > 0) {
      assertThat(Instant.parse(interval.from())).isBefore(Instant.parse(interval.to()));
    } else {
      assertThat(LocalDate.parse(interval.from())).isBefore(LocalDate.parse(interval.to()));
    }
  }
}
