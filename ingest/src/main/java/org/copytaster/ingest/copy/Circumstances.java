package org.copytaster.ingest.copy;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is known of some copy that the copy itself may leave out.
 *
 * @param zone in which the source's clocks stand; for times without a zone
 * @param receivedAt when it came; for days without a year
 */
public record Circumstances(ZoneId zone, Instant receivedAt) {}
