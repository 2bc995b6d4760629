package org.copytaster.ingest.file;

import java.time.Clock;
import java.time.Duration;
import org.copytaster.ingest.desk.Intake;

/**
 * What all drop folders work with.
 *
 * @param quiet how long a file must not have changed before it is taken
 * @param largestBytes a longer file is refused
 */
public record DropParts(Intake intake, Duration quiet, int largestBytes, Clock clock) {}
