package org.copytaster.console.size;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.SparseLog;
import org.copytaster.runtime.log.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks the store once a minute how much it holds. Every console asks the same: take the {@code max}
 * of several, not the {@code sum}. While the store does not answer there are no values.
 */
public final class SizeWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SizeWatch.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /**
   * Nothing is counted: a table of millions would be read for it. What the server has counted by
   * itself is forgotten when it falls, and what it has written down is old: the larger is nearer.
   */
  private static final String SIZES =
      """
      (select t.relname, greatest(t.n_live_tup, c.reltuples::bigint),
              pg_total_relation_size(t.relid)
         from pg_stat_user_tables t join pg_class c on c.oid = t.relid
        where t.schemaname = current_schema() and t.relname not like 'flyway%'
        order by t.relname limit 50)
      union all
      select 'all', null, pg_database_size(current_database())
      """;

  private final DataSource pool;
  private final SizeMetrics metrics;
  private final SparseLog failed = new SparseLog(LOG, Level.WARN);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "console-size"));

  /**
   * A watch that has not begun.
   *
   * @param pool to read the store through
   */
  public SizeWatch(DataSource pool, Metrics metrics) {
    this.pool = pool;
    this.metrics = new SizeMetrics(metrics);
  }

  /** Begins to ask. */
  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::turn, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void turn() {
    try {
      metrics.serve(sizes());
    } catch (SQLException | RuntimeException e) {
      metrics.serve(List.of());
      failed.say("how much the store holds cannot be asked: {}", Fault.of(e));
    }
  }

  private List<TableSize> sizes() throws SQLException {
    var sizes = new ArrayList<TableSize>();
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(SIZES)) {
      while (found.next()) {
        long counted = found.getLong(2);
        var rows = found.wasNull() ? OptionalLong.empty() : OptionalLong.of(counted);
        sizes.add(new TableSize(found.getString(1), rows, found.getLong(3)));
      }
    }
    return sizes;
  }
}
