package org.copytaster.ingest.source;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The sources as of each moment, and what each of them does. */
public final class SourceWatch {

  private final Supplier<Sources> sources;
  private final SourceActivity activity;
  private final Map<String, PollReport> polls = new ConcurrentHashMap<>();

  /**
   * A watch that has heard nobody yet.
   *
   * @param since when listening began; nobody is quiet before its time has passed from then
   */
  public SourceWatch(Supplier<Sources> sources, Instant since) {
    this.sources = sources;
    this.activity = new SourceActivity(since);
  }

  /** The sources as they are set up now. */
  public Sources now() {
    return sources.get();
  }

  /**
   * One article of a source was taken, or recognised as a repeat. Only sources that are set up are
   * listened to: others are as many as strangers care to name.
   */
  public void heard(String source, Instant at) {
    if (now().named(source).isPresent()) {
      activity.heard(source, at);
    }
  }

  /** A feed was asked. */
  public void polled(String source, PollReport poll) {
    polls.put(source, poll);
  }

  /** How it went when a feed was asked last, if this instance did. */
  public Optional<PollReport> poll(Source source) {
    return Optional.ofNullable(polls.get(source.name()));
  }

  /** How many feeds have failed so often in a row. */
  public long failing(int failures) {
    return now().all().stream()
        .flatMap(source -> poll(source).stream())
        .filter(poll -> poll.failures() >= failures)
        .count();
  }

  /** When a source was last heard, if ever. */
  public Optional<Instant> last(Source source) {
    return Optional.ofNullable(activity.last(source.name()));
  }

  /** What the source does now. */
  public SourceState state(Source source, Instant now) {
    return activity.state(source, now);
  }

  /** How many sources are expected to send now: of the others nobody knows, or they sleep. */
  public long expected(Instant now) {
    return now().all().stream()
        .filter(source -> source.rhythm().expects(now, source.zone()))
        .count();
  }

  /** How many sources are in this state now. */
  public long count(SourceState state, Instant now) {
    return now().all().stream().filter(source -> state(source, now) == state).count();
  }
}
