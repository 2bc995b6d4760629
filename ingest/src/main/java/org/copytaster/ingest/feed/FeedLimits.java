package org.copytaster.ingest.feed;

/**
 * What feeds may do.
 *
 * @param anyAddress whether private and loopback addresses may be asked
 * @param largestBytes a longer answer is refused
 */
public record FeedLimits(boolean anyAddress, int largestBytes) {}
