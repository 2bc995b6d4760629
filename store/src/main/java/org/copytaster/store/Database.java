package org.copytaster.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.copytaster.runtime.Metrics;
import org.flywaydb.core.Flyway;

/** Opens the store and brings its tables to this version's shape. */
public final class Database {

  private static final int WRITING = 2;
  private static final int READING = 8;

  private Database() {}

  /**
   * A pool to write through, that is given back at once, whether or not the store can be reached.
   *
   * @param service whose it is, in metrics and at the server
   */
  public static HikariDataSource writing(
      String service, DatabaseSettings settings, Metrics metrics) {
    var config = config(service, settings, metrics);
    config.setMaximumPoolSize(WRITING);
    // One statement of many rows instead of many statements: several times the speed.
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("socketTimeout", "60");
    return new HikariDataSource(config);
  }

  /** The same to read through; a statement that takes fifteen seconds is given up. */
  public static HikariDataSource reading(
      String service, DatabaseSettings settings, Metrics metrics) {
    var config = config(service, settings, metrics);
    config.setMaximumPoolSize(READING);
    config.setMinimumIdle(1);
    config.setReadOnly(true);
    config.addDataSourceProperty("options", "-c statement_timeout=15000");
    config.addDataSourceProperty("socketTimeout", "30");
    return new HikariDataSource(config);
  }

  /** Runs the migrations that the store has not seen; Flyway's lock lets one sink do it at once. */
  public static void migrate(DatabaseSettings settings) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(settings.url(), settings.user(), settings.password().reveal())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static HikariConfig config(String service, DatabaseSettings settings, Metrics metrics) {
    var config = new HikariConfig();
    config.setPoolName(service);
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password().reveal());
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(5_000);
    config.setMetricRegistry(metrics.registry());
    config.addDataSourceProperty("ApplicationName", "copytaster-" + service);
    return config;
  }
}
