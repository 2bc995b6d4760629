package org.copytaster.schemas;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * What headers say of an article that is not as old as its times make it: it was held, or comes by
 * the slow lane, or was put back. Without them every release of an embargo would look as if the
 * pipeline had been slow for hours.
 */
public final class LatencyHeaders {

  /** On an article that was held: when it was due to go out, ISO 8601. */
  public static final String DUE = "copytaster.due";

  /** On an article that did not come by the live lane: which one it came by. */
  public static final String LANE = "copytaster.lane";

  private static final String BACKFILL = "backfill";

  private LatencyHeaders() {}

  /** Says that an article was held until {@code due}. */
  public static void due(Headers headers, Instant due) {
    EventHeaders.put(headers, DUE, due.toString());
  }

  /** When a held article was due; empty for others, and where it cannot be read. */
  public static Optional<Instant> due(Headers headers) {
    try {
      return EventHeaders.get(headers, DUE).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Says that an article came by the slow lane, where it may lie for days. */
  public static void backfill(Headers headers) {
    EventHeaders.put(headers, LANE, BACKFILL);
  }

  /** Whether somebody waits for the article: it neither was put back nor came by another lane. */
  public static boolean live(Headers headers) {
    return EventHeaders.get(headers, LANE).isEmpty() && !DeadLetter.wasReplayed(headers);
  }
}
