package org.copytaster.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import net.jqwik.api.lifecycle.Store;
import org.copytaster.parts.EmbeddedPostgres;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.runtime.Settings;
import org.copytaster.store.Database;
import org.copytaster.store.DatabaseSettings;

/** A PostgreSQL of its own with the tables of the store, and one connection that never commits. */
final class StoryDatabase implements Store.CloseOnReset {

  private final EmbeddedPostgres postgres;
  private final Connection connection;

  StoryDatabase() {
    try {
      var target = Files.createDirectories(Path.of("target"));
      postgres =
          new EmbeddedPostgres(
              Files.createTempDirectory(target, "stories"), Lanes.STORE_PROGRAMS, Ports.free());
      postgres.start();
      var url = postgres.create("stories");
      var password = postgres.password(EmbeddedPostgres.NAME).reveal();
      Database.migrate(
          DatabaseSettings.read(
              Settings.of(
                  Map.of(
                      "COPYTASTER_DATABASE_URL", url, "COPYTASTER_DATABASE_PASSWORD", password))));
      connection = DriverManager.getConnection(url, EmbeddedPostgres.NAME, password);
      connection.setAutoCommit(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      postgres.close();
    }
  }
}
