package org.copytaster.runtime.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.copytaster.runtime.Service.PartState;
import org.copytaster.runtime.SparseLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One part, and since when it is as it is. What stays wrong for two seconds is said once in the
 * log, with its cause, and once more when it is over: a rebalance is no line, an outage is one.
 */
final class WatchedPart {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedPart.class);
  private static final long HICCUP = Duration.ofSeconds(2).toNanos();

  /** A service that starts needs its time: that it is not ready yet is no news. */
  private static final long START = Duration.ofSeconds(20).toNanos();

  private final String service;
  private final String part;
  private final Supplier<Optional<String>> problem;
  private final Clock clock;
  private final LongSupplier nanos;
  private final SparseLog wrong = new SparseLog(LOG, Level.WARN);
  private final SparseLog over = new SparseLog(LOG, Level.INFO);
  private @Nullable PartState state;
  private long changed;
  private boolean said;
  private boolean everGood;

  /**
   * @param service whose part it is, for the log
   * @param problem what is wrong now; empty while nothing is
   * @param nanos a time that no clock that is set moves
   */
  WatchedPart(
      String service,
      String part,
      Supplier<Optional<String>> problem,
      Clock clock,
      LongSupplier nanos) {
    this.service = service;
    this.part = part;
    this.problem = problem;
    this.clock = clock;
    this.nanos = nanos;
  }

  /**
   * How it is now.
   *
   * @param told whether another part explains what is wrong with this one: one cause is one line
   */
  PartState look(boolean told) {
    return noted(problem.get(), told);
  }

  private synchronized PartState noted(Optional<String> found, boolean told) {
    var before = state;
    boolean same = before != null && before.good() == found.isEmpty();
    if (!same) {
      changed = nanos.getAsLong();
    }
    Instant since = same && before != null ? before.since() : clock.instant();
    var now = new PartState(part, found.isEmpty(), since, found.orElse(null));
    state = now;
    everGood |= now.good();
    long patience = everGood ? HICCUP : START;
    if (now.good() && said) {
      over.say("{}: {} is well again", service, part);
      said = false;
    } else if (!now.good() && !said && !told && nanos.getAsLong() - changed >= patience) {
      wrong.say("{} is not ready: {}: {}", service, part, found.orElse(""));
      said = true;
    }
    return now;
  }
}
