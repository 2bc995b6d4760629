package org.copytaster.ingest.feed;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked again: after its pause; after a failure twice as long each time, but at
 * least once an hour, or when its server says. A tenth more or less keeps feeds apart that began
 * together.
 */
final class Timetable {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 12;
  private static final double SPREAD = 0.1;

  private final DoubleSupplier random;

  /**
   * A timetable.
   *
   * @param random from 0 to 1
   */
  Timetable(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * How long to wait.
   *
   * @param failures in a row, up to now
   * @param retryAfter what the server asked for, or null
   */
  Duration pause(Duration every, int failures, @Nullable Duration retryAfter) {
    var pause = every.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    if (failures > 0 && pause.compareTo(LONGEST) > 0) {
      pause = every.compareTo(LONGEST) > 0 ? every : LONGEST;
    }
    double factor = 1 + SPREAD * (2 * random.getAsDouble() - 1);
    var spread = Duration.ofMillis((long) (pause.toMillis() * factor));
    return retryAfter != null && retryAfter.compareTo(spread) > 0 ? retryAfter : spread;
  }
}
