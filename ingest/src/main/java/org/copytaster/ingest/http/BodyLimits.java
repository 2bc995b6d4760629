package org.copytaster.ingest.http;

import java.time.Duration;

/**
 * What a body, or one line of a batch, may be.
 *
 * @param largestBytes what is longer is refused with 413
 * @param patience what takes longer to arrive is refused with 408
 */
public record BodyLimits(int largestBytes, Duration patience) {

  /** Whether what began to arrive then, as {@link System#nanoTime} told it, has taken too long. */
  boolean exceeded(long begin) {
    return System.nanoTime() - begin > patience.toNanos();
  }

  RequestRefusedException tooSlow() {
    return new RequestRefusedException(
        408, "Too slow", "the body must come within " + patience.toSeconds() + " s");
  }
}
