package org.copytaster.ingest.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it went when a feed was asked last.
 *
 * @param next when it is asked again
 * @param failures in a row
 * @param trouble why the last one failed, one sentence; null if it did not
 */
public record PollReport(Instant at, Instant next, int failures, @Nullable String trouble) {}
