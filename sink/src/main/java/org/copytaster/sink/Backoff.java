package org.copytaster.sink;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time, up to ten seconds. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Duration current = FIRST;

  Duration current() {
    return current;
  }

  Duration longer() {
    var doubled = current.multipliedBy(2);
    current = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return current;
  }

  void reset() {
    current = FIRST;
  }
}
