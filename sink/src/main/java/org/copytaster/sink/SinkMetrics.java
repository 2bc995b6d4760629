package org.copytaster.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.copytaster.runtime.Metrics;
import org.copytaster.schemas.LatencyHeaders;
import org.copytaster.schemas.Topics;
import org.copytaster.store.Proof;
import org.copytaster.store.StoreOutcome;

/** All meters of the sink, named in one place. */
final class SinkMetrics {

  static final String ARTICLES = "copytaster.sink.articles";
  static final String ENRICHED_TO_STORED = "copytaster.sink.enriched.to.stored";
  static final String RECEIVED_TO_STORED = "copytaster.sink.received.to.stored";

  /** From the time at which a held article was due to go out to the store. */
  static final String DUE_TO_STORED = "copytaster.sink.due.to.stored";

  /** Of kills only, from received to gone from the store. */
  static final String KILL_TO_STORED = "copytaster.sink.kill.to.stored";

  static final String PROOFS = "copytaster.sink.proofs";
  static final String ISSUED_TO_ACKNOWLEDGED = "copytaster.sink.issued.to.acknowledged";
  static final String BATCH = "copytaster.sink.batch.records";
  static final String LAG = "copytaster.sink.lag.records";
  static final String INTERRUPTIONS = "copytaster.sink.interruptions";

  private static final String RECALLS = new Topics("").recalls();
  private static final String ACKNOWLEDGEMENTS = new Topics("").acknowledgements();

  private static final Duration[] STEPS_OF_PEOPLE = {
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofMinutes(30),
    Duration.ofHours(1),
    Duration.ofHours(4),
    Duration.ofDays(1)
  };

  private final Metrics metrics;
  private final Map<StoreOutcome, Counter> articles = new EnumMap<>(StoreOutcome.class);
  private final Timer enrichedToStored;
  private final Timer receivedToStored;
  private final Timer dueToStored;
  private final Timer killToStored;
  private final Timer issuedToAcknowledged;
  private final DistributionSummary batch;
  private final Counter interruptions;
  private final AtomicLong lag = new AtomicLong();

  SinkMetrics(Metrics metrics) {
    this.metrics = metrics;
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
    dueToStored = metrics.histogram(DUE_TO_STORED, "From the end of an embargo to stored");
    killToStored = metrics.histogram(KILL_TO_STORED, "Of kills, from received to stored");
    for (var record : List.of("recall", "acknowledgement")) {
      proof(record, "stored");
      proof(record, "refused");
    }
    issuedToAcknowledged =
        Timer.builder(ISSUED_TO_ACKNOWLEDGED)
            .description("From a recall to each acknowledgement of it")
            .serviceLevelObjectives(STEPS_OF_PEOPLE)
            .register(metrics.registry());
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

  /** What could not be read, by what it should have been. */
  void refused(List<RefusedRecord> refusals) {
    for (var refusal : refusals) {
      var topic = refusal.record().topic();
      if (topic.endsWith(RECALLS)) {
        proof("recall", "refused").increment();
      } else if (topic.endsWith(ACKNOWLEDGEMENTS)) {
        proof("acknowledgement", "refused").increment();
      } else {
        counted(StoreOutcome.REFUSED);
      }
    }
  }

  /** What was stored of recalls and acknowledgements, and how long these took. */
  void proofs(List<ArrivedProof> proofs, ArticleStore.Stored stored) {
    var refused = stored.refusals().stream().map(RefusedRecord::record).toList();
    for (var each : proofs) {
      boolean kept = refused.stream().noneMatch(record -> record == each.record());
      var record = each.proof() instanceof Proof.Issued ? "recall" : "acknowledgement";
      proof(record, kept ? "stored" : "refused").increment();
    }
    stored.waits().forEach(issuedToAcknowledged::record);
  }

  private Counter proof(String record, String outcome) {
    return metrics.counter(
        PROOFS,
        "Recalls and acknowledgements by what became of them",
        "record",
        record,
        "outcome",
        outcome);
  }

  private void counted(StoreOutcome outcome) {
    counter(outcome).increment();
  }

  void stored(ArrivedRecord arrival, StoreOutcome outcome, Instant storedAt) {
    counted(outcome);
    var headers = arrival.record().headers();
    boolean fresh = outcome == StoreOutcome.STORED || outcome == StoreOutcome.KILLED;
    if (fresh && LatencyHeaders.live(headers)) {
      record(enrichedToStored, arrival.enriched().getEnrichedAt(), storedAt);
      // what is read again came long ago, and nobody waited for it since
      var readAgainAt = arrival.article().getReadAgainAt();
      var begin = readAgainAt == null ? arrival.article().getReceivedAt() : readAgainAt;
      if (outcome == StoreOutcome.KILLED) {
        record(killToStored, begin, storedAt);
      }
      // what was held came long ago, too: it is late by what it took since it was due
      LatencyHeaders.due(headers)
          .ifPresentOrElse(
              due -> record(dueToStored, due, storedAt),
              () -> record(receivedToStored, begin, storedAt));
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
