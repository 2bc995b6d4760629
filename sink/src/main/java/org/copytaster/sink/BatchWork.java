package org.copytaster.sink;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Stage;
import org.copytaster.store.StoreOutcome;

/**
 * The way of one batch, in the only order that loses nothing: dead letters, then the store, then
 * receipts, then the group's offset.
 */
final class BatchWork {

  private final Consumer<byte[], byte[]> consumer;
  private final AssignedPartitions assigned;
  private final ArticleStore store;
  private final Means means;
  private final SinkMetrics metrics;

  /** What a batch is read with and answered through. */
  record Means(RecordReader reader, Outbox outbox, Clock clock, Tracing tracing) {}

  BatchWork(
      Consumer<byte[], byte[]> consumer,
      AssignedPartitions assigned,
      ArticleStore store,
      Means means,
      SinkMetrics metrics) {
    this.consumer = consumer;
    this.assigned = assigned;
    this.store = store;
    this.means = means;
    this.metrics = metrics;
  }

  /**
   * Does all of it. After an exception the positions must be looked up again; nothing is lost then.
   *
   * @throws FencedException if another sink has stored records of the same partitions
   * @throws SQLException if the store is away
   */
  void run(ConsumerRecords<byte[], byte[]> records) throws SQLException {
    try (var step = means.tracing().step(StepKind.STORE_BATCH, null).of(records.count())) {
      try {
        run(records, new Began(step, means.clock().instant()));
      } catch (SQLException | RuntimeException e) {
        step.failed(e);
        throw e;
      }
    }
  }

  /** A batch that is under way, and since when. */
  private record Began(TracedStep step, Instant at) {}

  private void run(ConsumerRecords<byte[], byte[]> records, Began began) throws SQLException {
    var fresh = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    var repeated = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (var record : records) {
      long next = assigned.of(partition(record)).nextOffset();
      (record.offset() < next ? repeated : fresh).add(record);
    }
    var slips = new ArrayList<>(slipsOf(repeated));
    slips.addAll(store(fresh, steps(records), began));
    means.outbox().receipts(slips);
    consumer.commitSync(records.nextOffsets());
  }

  private List<Outbox.Slip> store(
      List<ConsumerRecord<byte[], byte[]>> fresh, List<PositionStep> steps, Began began)
      throws SQLException {
    if (steps.isEmpty()) {
      return List.of();
    }
    var read = means.reader().read(fresh);
    var stored =
        store.store(
            steps,
            read,
            refusedByStore -> {
              means.outbox().deadLetters(read.refusals());
              means.outbox().deadLetters(refusedByStore);
            });
    assigned.advanced(steps);
    trace(read.arrivals(), stored, began);
    metrics.batch(fresh.size());
    metrics.refused(read.refusals());
    metrics.proofs(read.proofs(), stored);
    return slips(read.arrivals(), stored);
  }

  /** Each article has a step in its own trace; it and that of the batch name one another. */
  private void trace(List<ArrivedRecord> arrivals, ArticleStore.Stored stored, Began began) {
    if (!means.tracing().on()) {
      return;
    }
    for (int i = 0; i < arrivals.size(); i++) {
      var key = arrivals.get(i).key();
      var record = arrivals.get(i).record();
      var trace = EventHeaders.trace(record.headers()).orElse(null);
      began.step().linked(trace);
      try (var step = means.tracing().step(StepKind.STORE, trace, began.at())) {
        step.from(arrivals.get(i).article().getSource()).about(key.guid(), key.version());
        step.at(record.topic(), record.partition(), record.offset()).linked(began.step());
        step.decided(stored.outcomes().get(i).name().toLowerCase(Locale.ROOT));
      }
    }
  }

  private List<Outbox.Slip> slips(List<ArrivedRecord> arrivals, ArticleStore.Stored stored) {
    var slips = new ArrayList<Outbox.Slip>();
    for (int i = 0; i < arrivals.size(); i++) {
      var arrival = arrivals.get(i);
      var outcome = stored.outcomes().get(i);
      metrics.stored(arrival, outcome, stored.storedAt());
      if (outcome == StoreOutcome.SUPERSEDED) {
        continue; // its receipt would tell of the version, and there nothing has changed
      }
      slips.add(
          outcome == StoreOutcome.REFUSED
              ? refused(arrival, stored.storedAt())
              : stored(arrival, stored.storedAt()));
    }
    return slips;
  }

  /** What is stored already gets its receipt again; what is not was a dead letter before. */
  private List<Outbox.Slip> slipsOf(List<ConsumerRecord<byte[], byte[]>> repeated)
      throws SQLException {
    var arrivals = means.reader().read(repeated).arrivals();
    Set<ReceiptKey> known = store.known(arrivals.stream().map(ArrivedRecord::key).toList());
    var now = means.clock().instant();
    return arrivals.stream()
        .map(
            arrival -> known.contains(arrival.key()) ? stored(arrival, now) : refused(arrival, now))
        .toList();
  }

  private List<PositionStep> steps(ConsumerRecords<byte[], byte[]> records) {
    var steps = new ArrayList<PositionStep>();
    records
        .nextOffsets()
        .forEach(
            (TopicPartition partition, OffsetAndMetadata next) -> {
              var from = assigned.of(partition);
              if (next.offset() > from.nextOffset()) {
                steps.add(new PositionStep(partition, from, next.offset()));
              }
            });
    return steps;
  }

  private static Outbox.Slip stored(ArrivedRecord arrival, Instant time) {
    return slip(arrival, arrival.article(), Stage.STORED, time);
  }

  private static Outbox.Slip refused(ArrivedRecord arrival, Instant time) {
    return slip(arrival, arrival.article(), Stage.REFUSED, time);
  }

  private static Outbox.Slip slip(
      ArrivedRecord arrival, Article article, Stage stage, Instant time) {
    var reason =
        stage == Stage.REFUSED ? "the store refuses it; its bytes are a dead letter" : null;
    return new Outbox.Slip(Receipts.of(article, stage, time, reason, "sink"), arrival.record());
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
