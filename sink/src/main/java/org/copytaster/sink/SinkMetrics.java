package org.copytaster.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.copytaster.runtime.Metrics;
import org.copytaster.store.StoreOutcome;

/** All meters of the sink, named in one place. */
final class SinkMetrics {

  static final String ARTICLES = "copytaster.sink.articles";
  static final String ENRICHED_TO_STORED = "copytaster.sink.enriched.to.stored";
  static final String RECEIVED_TO_STORED = "copytaster.sink.received.to.stored";
  static final String BATCH = "copytaster.sink.batch.records";
  static final String LAG = "copytaster.sink.lag.records";
  static final String INTERRUPTIONS = "copytaster.sink.interruptions";

  private final Map<StoreOutcome, Counter> articles = new EnumMap<>(StoreOutcome.class);
  private final Timer enrichedToStored;
  private final Timer receivedToStored;
  private final DistributionSummary batch;
  private final Counter interruptions;
  private final AtomicLong lag = new AtomicLong();

  SinkMetrics(Metrics metrics) {
    for (var outcome : StoreOutcome.values()) {
      articles.put(
          outcome,
          metrics.counter(
              ARTICLES,
              "Articles by what became of them",
              "outcome",
              outcome.name().toLowerCase(Locale.ROOT)));
    }
    enrichedToStored = metrics.histogram(ENRICHED_TO_STORED, "From enriched to stored");
    receivedToStored =
        metrics.histogram(RECEIVED_TO_STORED, "The whole way, from received to stored");
    batch =
        DistributionSummary.builder(BATCH)
            .description("Records stored in one transaction")
            .serviceLevelObjectives(1, 10, 50, 100, 250, 500, 1_000)
            .register(metrics.registry());
    interruptions =
        metrics.counter(INTERRUPTIONS, "Times that the sink had to wait and read a batch again");
    metrics.gauge(LAG, "Records of the assigned partitions that are not stored yet", lag::get);
  }

  void batch(int records) {
    batch.record(records);
  }

  void counted(StoreOutcome outcome) {
    counter(outcome).increment();
  }

  void stored(ArrivedRecord arrival, StoreOutcome outcome, Instant storedAt) {
    counted(outcome);
    if (outcome == StoreOutcome.STORED || outcome == StoreOutcome.KILLED) {
      record(enrichedToStored, arrival.enriched().getEnrichedAt(), storedAt);
      // what is read again came long ago, and nobody waited for it since
      var readAgainAt = arrival.article().getReadAgainAt();
      var begin = readAgainAt == null ? arrival.article().getReceivedAt() : readAgainAt;
      record(receivedToStored, begin, storedAt);
    }
  }

  void interrupted() {
    interruptions.increment();
  }

  void lag(long records) {
    lag.set(records);
  }

  private Counter counter(StoreOutcome outcome) {
    return Objects.requireNonNull(articles.get(outcome));
  }

  /** Clocks of two machines differ: what seems to have taken less than no time took none. */
  private static void record(Timer timer, Instant from, Instant to) {
    var took = Duration.between(from, to);
    timer.record(took.isNegative() ? Duration.ZERO : took);
  }
}
