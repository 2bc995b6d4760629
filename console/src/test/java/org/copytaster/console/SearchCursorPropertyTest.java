package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class SearchCursorPropertyTest {

  @Property(seed = "20261129")
  void cursorOfARowComesBackAsItWasSent(
      @ForAll @LongRange(min = -210_000_000_000L, max = 9_000_000_000_000L) long seconds,
      @ForAll @LongRange(max = 999_999) long micros,
      @ForAll @StringLength(min = 1, max = 512) String guid) {
    Assume.that(
        guid.indexOf('\0') < 0 && guid.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000));
    var cursor = new SearchCursor(Instant.ofEpochSecond(seconds, micros * 1_000), guid);

    assertThat(SearchCursor.read(cursor.text())).isEqualTo(cursor);
  }

  @Property(seed = "20261129")
  void anyOtherTextIsRefusedUnderItsName(@ForAll String text) {
    assertThatThrownBy(() -> SearchCursor.read(text))
        .isInstanceOfSatisfying(
            BadParameterException.class, problem -> assertThat(problem.field()).isEqualTo("after"));
  }
}
