package org.copytaster.console;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Tables;
import org.copytaster.runtime.Metrics;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.store.Database;
import org.copytaster.store.DatabaseSettings;
import org.copytaster.store.Proof;
import org.copytaster.store.StoredArticles;
import org.copytaster.store.StoredProofs;
import org.copytaster.store.StoredVersion;

/** A store that tests of the console fill by themselves. */
final class StoreBench implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Tables tables;
  private final Metrics metrics = new Metrics("bench");
  private final HikariDataSource pool;

  StoreBench(Lane lane) {
    tables = new Tables(lane.databaseUrl());
    var settings = DatabaseSettings.read(lane.settings());
    Database.migrate(settings);
    pool = Database.writing("bench", settings, metrics);
  }

  /** Stores articles in one transaction, as a batch of the topic. */
  void store(EnrichedArticle... articles) {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      new StoredArticles(connection)
          .write(Stream.of(articles).map(StoredVersion::of).toList(), Clock.systemUTC().instant());
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stores recalls and acknowledgements in one transaction. */
  void store(Proof... proofs) {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      new StoredProofs(connection).write(List.of(proofs), Clock.systemUTC().instant());
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes out all that was stored, so that the next test begins with nothing. */
  void clear() {
    var names =
        tables.rows(
            "select tablename from pg_tables where schemaname = current_schema()"
                + " and tablename not like 'flyway%'");
    tables.execute(
        "truncate "
            + names.stream()
                .map(row -> String.valueOf(row.get("tablename")))
                .collect(joining(", ")));
  }

  Tables tables() {
    return tables;
  }

  @Override
  public void close() {
    pool.close();
    metrics.close();
  }
}
