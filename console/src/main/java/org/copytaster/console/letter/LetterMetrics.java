package org.copytaster.console.letter;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.copytaster.runtime.Metrics;
import org.copytaster.schemas.record.LetterStatus;

/** The meters of dead letters, named in one place. */
final class LetterMetrics {

  /** Dead letters by what was done with them. */
  static final String LETTERS = "copytaster.console.dead.letters";

  /** Seconds since the oldest came that is neither parked nor put back. */
  static final String OLDEST = "copytaster.console.dead.letters.oldest.seconds";

  LetterMetrics(Metrics metrics, ToIntFunction<LetterStatus> count, Supplier<Number> age) {
    for (var status : List.of(LetterStatus.OPEN, LetterStatus.PARKED, LetterStatus.REPLAYED)) {
      metrics.gauge(
          LETTERS,
          "dead letters by what was done with them",
          () -> count.applyAsInt(status),
          "state",
          status.name().toLowerCase(Locale.ROOT));
    }
    metrics.gauge(OLDEST, "seconds since the oldest open dead letter came", age);
  }
}
