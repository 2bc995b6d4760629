package org.copytaster.standalone.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.copytaster.runtime.Service;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server as a child process, durable as in production: {@code fsync} and {@code
 * synchronous_commit} are on.
 */
public final class EmbeddedPostgres implements Service {

  /** Name of the database, of its owner, and of the role that services use. */
  public static final String NAME = "copytaster";

  private final Path directory;
  private final int port;
  private volatile io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;

  /**
   * A server that is not started yet.
   *
   * @param directory where its data, its programs and its log lie
   */
  public EmbeddedPostgres(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  @Override
  public String name() {
    return "postgres";
  }

  /** What JDBC takes; connect as {@link #NAME}, without a password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  /**
   * The server's process id; 0 where there is none. It is read from the file that the server
   * writes: the process that was started is a step on the way and ends.
   */
  public long pid() {
    try (var lines = Files.lines(directory.resolve("data/postmaster.pid"))) {
      return server == null ? 0 : Long.parseLong(lines.findFirst().orElse("0").strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  /** Starts it and waits until it takes connections; makes role and database at the first start. */
  @Override
  public void start() {
    try {
      Files.createDirectories(directory);
      var log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
      var started =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setDataDirectory(directory.resolve("data"))
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setPort(port)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("max_wal_size", "1GB")
              .setErrorRedirector(log)
              .setOutputRedirector(log)
              .start();
      server = started;
      createDatabase(started);
    } catch (IOException | RuntimeException e) {
      close();
      throw new IllegalStateException(
          "PostgreSQL cannot start in " + directory + "; its log there says why (postgres.log)", e);
    }
  }

  @Override
  public boolean ready() {
    var running = server;
    return running != null && ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  @Override
  public void close() {
    var running = server;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        throw new IllegalStateException("PostgreSQL did not stop", e);
      }
      server = null;
    }
  }

  private static void createDatabase(io.zonky.test.db.postgres.embedded.EmbeddedPostgres started) {
    try (var connection = started.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'");
      if (!found.next()) {
        statement.execute("create role " + NAME + " login");
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be made", e);
    }
  }
}
