package org.copytaster.ingest.feed;

import java.time.Clock;
import org.copytaster.ingest.desk.OpenDesk;
import org.copytaster.ingest.metrics.IngestMetrics;
import org.copytaster.runtime.KafkaSettings;

/** What feeds work with. */
public record FeedParts(
    OpenDesk desk, KafkaSettings kafka, FeedLimits limits, Clock clock, IngestMetrics metrics) {}
