package org.copytaster.sink;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.copytaster.runtime.Metrics;
import org.flywaydb.core.Flyway;

/** Opens the store and brings its tables to this version's shape. */
final class Database {

  private static final int CONNECTIONS = 2;

  private Database() {}

  /** A pool that is given back at once, whether or not the store can be reached now. */
  static HikariDataSource open(DatabaseSettings settings, Metrics metrics) {
    var config = new HikariConfig();
    config.setPoolName("sink");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password().reveal());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(5_000);
    config.setMetricRegistry(metrics.registry());
    // One statement of many rows instead of many statements: several times the speed.
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("ApplicationName", "copytaster-sink");
    return new HikariDataSource(config);
  }

  /** Runs the migrations that the store has not seen; Flyway's lock lets one sink do it at once. */
  static void migrate(DatabaseSettings settings) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(settings.url(), settings.user(), settings.password().reveal())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
