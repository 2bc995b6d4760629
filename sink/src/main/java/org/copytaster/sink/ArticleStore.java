package org.copytaster.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.store.StoreOutcome;
import org.copytaster.store.StoredArticles;

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
   * @param outcomes one for each arrival, in order
   * @param refusals the arrivals that are REFUSED, with the cause
   */
  record Stored(List<StoreOutcome> outcomes, List<RefusedRecord> refusals, Instant storedAt) {}

  /**
   * Stores {@code arrivals} and moves the positions, both or neither.
   *
   * @param beforeCommit is given what the store refuses; if it throws, nothing is stored
   * @throws FencedException if a position does not stand where it is expected
   * @throws SQLException if the store is away; the same batch may be tried again
   */
  Stored store(
      List<PositionStep> steps,
      List<ArrivedRecord> arrivals,
      Consumer<List<RefusedRecord>> beforeCommit)
      throws SQLException {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Positions.advance(connection, steps);
        var stored = write(connection, arrivals);
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
    store(steps, List.of(), refusals -> {});
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

  private Stored write(Connection connection, List<ArrivedRecord> arrivals) throws SQLException {
    var storedAt = clock.instant();
    if (arrivals.isEmpty()) {
      return new Stored(List.of(), List.of(), storedAt);
    }
    var before = connection.setSavepoint();
    try {
      return new Stored(apply(connection, arrivals, storedAt), List.of(), storedAt);
    } catch (SQLException e) {
      if (!RecordProblems.refused(e)) {
        throw e;
      }
      connection.rollback(before);
      return writeOneByOne(connection, arrivals, storedAt);
    }
  }

  private static Stored writeOneByOne(
      Connection connection, List<ArrivedRecord> arrivals, Instant storedAt) throws SQLException {
    var outcomes = new ArrayList<StoreOutcome>();
    var refusals = new ArrayList<RefusedRecord>();
    for (var arrival : arrivals) {
      var before = connection.setSavepoint();
      try {
        outcomes.addAll(apply(connection, List.of(arrival), storedAt));
        connection.releaseSavepoint(before);
      } catch (SQLException e) {
        if (!RecordProblems.refused(e)) {
          throw e;
        }
        connection.rollback(before);
        outcomes.add(StoreOutcome.REFUSED);
        refusals.add(refusal(arrival, e));
      }
    }
    return new Stored(outcomes, refusals, storedAt);
  }

  /** The database's message may quote the text, so the reason names its error code only. */
  private static RefusedRecord refusal(ArrivedRecord arrival, SQLException cause) {
    return new RefusedRecord(
        arrival.record(),
        Optional.of(arrival.article()),
        cause,
        "the store refuses the article with SQLSTATE " + cause.getSQLState());
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
