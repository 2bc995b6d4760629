package org.copytaster.ingest.source;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The sources as of each moment, and what each of them does. */
public final class SourceWatch {

  private final Supplier<Sources> sources;
  private final SourceActivity activity;

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

  /** When a source was last heard, if ever. */
  public Optional<Instant> last(Source source) {
    return Optional.ofNullable(activity.last(source.name()));
  }

  /** What the source does now. */
  public SourceState state(Source source, Instant now) {
    return activity.state(source, now);
  }

  /** How many sources are in this state now. */
  public long count(SourceState state, Instant now) {
    return now().all().stream().filter(source -> state(source, now) == state).count();
  }
}
