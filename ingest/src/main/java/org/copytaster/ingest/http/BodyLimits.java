package org.copytaster.ingest.http;

import java.time.Duration;
import org.copytaster.runtime.Settings;

/**
 * What a body, or one line of a batch, may be.
 *
 * @param largestBytes what is longer is refused with 413
 * @param patience what takes longer to arrive is refused with 408
 */
public record BodyLimits(int largestBytes, Duration patience) {

  /** Reads them; problems are noted in {@code settings}. */
  public static BodyLimits read(Settings settings) {
    return new BodyLimits(
        settings.number(
            "COPYTASTER_INGEST_MAX_BYTES",
            2 * 1024 * 1024,
            1_024,
            8 * 1024 * 1024,
            "copy that is longer is refused"),
        settings.duration(
            "COPYTASTER_INGEST_BODY_PATIENCE",
            "60s",
            "what a body, or a line of a batch, may take to arrive"));
  }

  /** Whether what began to arrive then, as {@link System#nanoTime} told it, has taken too long. */
  boolean exceeded(long begin) {
    return System.nanoTime() - begin > patience.toNanos();
  }

  RequestRefusedException tooSlow() {
    return new RequestRefusedException(
        408, "Too slow", "the body must come within " + patience.toSeconds() + " s");
  }
}
