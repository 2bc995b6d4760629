package org.copytaster.ingest.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.copytaster.ingest.source.Source;

/**
 * How many articles each source has pushed in its minute, told in the headers of the IETF's draft
 * on rate limits. A minute begins with the first article after the last one ended.
 */
final class Quotas {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final Clock clock;

  /** What a source has used of the minute that began at {@code begin}. */
  private record Window(Instant begin, int used) {

    /** A clock that was set back must not make a minute of an hour. */
    boolean covers(Instant now) {
      return !now.isBefore(begin) && now.isBefore(begin.plus(MINUTE));
    }
  }

  Quotas(Clock clock) {
    this.clock = clock;
  }

  /** Counts articles that turned out to be in copy that was let in; refuses nothing. */
  void more(Source source, int articles) {
    windows.computeIfPresent(
        source.name(),
        (name, window) ->
            new Window(window.begin(), (int) Math.min(1L << 30, (long) window.used() + articles)));
  }

  /**
   * Counts articles of a source.
   *
   * @return the headers that tell the source where it stands; empty if it has no quota
   * @throws RequestRefusedException with 429 if nothing was left
   */
  Map<String, String> spend(Source source, int articles) throws RequestRefusedException {
    if (source.quota().isEmpty()) {
      return Map.of();
    }
    int quota = source.quota().getAsInt();
    var now = clock.instant();
    var window =
        windows.merge(
            source.name(),
            new Window(now, articles),
            (before, first) ->
                before.covers(now)
                    ? new Window(before.begin(), Math.min(before.used() + articles, 2 * quota))
                    : first);
    long left = Duration.between(now, window.begin().plus(MINUTE)).plusMillis(999).toSeconds();
    var headers =
        Map.of(
            "RateLimit-Policy",
            "\"articles\";q=" + quota + ";w=" + MINUTE.toSeconds(),
            "RateLimit",
            "\"articles\";r=" + Math.max(0, quota - window.used()) + ";t=" + left);
    if (window.used() - articles >= quota) {
      var problem =
          Replies.problem(
              429, "Over the quota", "this source may push " + quota + " articles a minute");
      throw new RequestRefusedException(
          problem.with(headers).with(Map.of("Retry-After", Long.toString(left))));
    }
    return headers;
  }
}
