package org.copytaster.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.store.StoreOutcome;
import org.copytaster.store.StoredArticles;
import org.copytaster.store.StoredProofs;

/** The tables as the sink sees them: a batch goes in whole, together with the positions. */
final class ArticleStore {

  private final DataSource pool;
  private final Clock clock;

  ArticleStore(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * What became of a batch.
   *
   * @param outcomes one for each article, in order
   * @param refusals what is REFUSED, with the cause
   * @param waits how long each recall took that is acknowledged now
   */
  record Stored(
      List<StoreOutcome> outcomes,
      List<RefusedRecord> refusals,
      List<Duration> waits,
      Instant storedAt) {}

  /**
   * Stores what {@code read} holds and moves the positions, both or neither.
   *
   * @param beforeCommit is given what the store refuses; if it throws, nothing is stored
   * @throws FencedException if a position does not stand where it is expected
   * @throws SQLException if the store is away; the same batch may be tried again
   */
  Stored store(
      List<PositionStep> steps, RecordReader.Read read, Consumer<List<RefusedRecord>> beforeCommit)
      throws SQLException {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Positions.advance(connection, steps);
        var stored = write(connection, read);
        beforeCommit.accept(stored.refusals());
        connection.commit();
        return stored;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  /** Where {@code partition} stands; sets it to {@code fallback} if the topic is a new one. */
  Position position(TopicPartition partition, Position fallback) throws SQLException {
    try (var connection = pool.getConnection()) {
      Positions.begin(connection, partition, fallback);
      return Positions.read(connection, partition).orElse(fallback);
    }
  }

  /** Moves positions without storing anything. */
  void move(List<PositionStep> steps) throws SQLException {
    store(steps, RecordReader.Read.NOTHING, refusals -> {});
  }

  /** Those of {@code keys} that stand in the store. */
  Set<ReceiptKey> known(Collection<ReceiptKey> keys) throws SQLException {
    if (keys.isEmpty()) {
      return Set.of();
    }
    try (var connection = pool.getConnection()) {
      return new StoredArticles(connection).known(keys);
    }
  }

  /** What is known of those of {@code guids} that stand in the store. */
  Map<String, VersionHistory> histories(Collection<String> guids) throws SQLException {
    try (var connection = pool.getConnection()) {
      return new StoredArticles(connection).histories(guids);
    }
  }

  private Stored write(Connection connection, RecordReader.Read read) throws SQLException {
    var storedAt = clock.instant();
    var outcomes = new ArrayList<StoreOutcome>();
    var refusals = new ArrayList<RefusedRecord>();
    inOneOrEach(
        connection,
        read.arrivals(),
        some -> outcomes.addAll(apply(connection, some, storedAt)),
        (arrival, cause) -> {
          outcomes.add(StoreOutcome.REFUSED);
          refusals.add(
              refusal(arrival.record(), Optional.of(arrival.article()), cause, "the article"));
        });
    if (read.proofs().isEmpty()) {
      return new Stored(outcomes, refusals, List.of(), storedAt);
    }
    var tables = new StoredProofs(connection);
    inOneOrEach(
        connection,
        read.proofs(),
        some -> tables.write(some.stream().map(ArrivedProof::proof).toList(), storedAt),
        (arrival, cause) ->
            refusals.add(refusal(arrival.record(), Optional.empty(), cause, "the record")));
    return new Stored(outcomes, refusals, tables.completed(), storedAt);
  }

  private interface Writing<A> {
    void of(List<A> arrivals) throws SQLException;
  }

  /** Writes all at once; where the store refuses one of them, one by one without those. */
  private static <A> void inOneOrEach(
      Connection connection,
      List<A> arrivals,
      Writing<A> writing,
      BiConsumer<A, SQLException> refused)
      throws SQLException {
    if (arrivals.isEmpty() || written(connection, arrivals, writing).isEmpty()) {
      return;
    }
    for (var arrival : arrivals) {
      written(connection, List.of(arrival), writing)
          .ifPresent(cause -> refused.accept(arrival, cause));
    }
  }

  /** Why nothing of it was written; empty if all was. */
  private static <A> Optional<SQLException> written(
      Connection connection, List<A> arrivals, Writing<A> writing) throws SQLException {
    var before = connection.setSavepoint();
    try {
      writing.of(arrivals);
      connection.releaseSavepoint(before);
      return Optional.empty();
    } catch (SQLException e) {
      if (!RecordProblems.refused(e)) {
        throw e;
      }
      connection.rollback(before);
      return Optional.of(e);
    }
  }

  /** The database's message may quote the text, so the reason names its error code only. */
  private static RefusedRecord refusal(
      ConsumerRecord<byte[], byte[]> record,
      Optional<Article> article,
      SQLException cause,
      String what) {
    return new RefusedRecord(
        record,
        article,
        cause,
        "the store refuses " + what + " with SQLSTATE " + cause.getSQLState());
  }

  private static List<StoreOutcome> apply(
      Connection connection, List<ArrivedRecord> arrivals, Instant storedAt) throws SQLException {
    return new StoredArticles(connection)
        .write(arrivals.stream().map(ArrivedRecord::version).toList(), storedAt);
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
