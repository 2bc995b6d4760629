package org.copytaster.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Service;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server as a child process, durable as in production: {@code fsync} and {@code
 * synchronous_commit} are on. Every role needs a password, which is generated at the first start
 * and kept in a file that only its owner reads; the services' roles are no superusers.
 */
public final class EmbeddedPostgres implements Service {

  /** Name of the database, of its owner, and of the role that the sink uses. */
  public static final String NAME = "copytaster";

  /** The role that may read all tables of {@link #NAME} and change nothing. */
  public static final String READER = "copytaster_reader";

  /** The role that may do everything; no service has it. */
  public static final String SUPERUSER = "postgres";

  private static final List<String> ROLES = List.of(SUPERUSER, NAME, READER);
  private static final String HOSTS =
      """
      # Written by Copytaster at each start.
      # TYPE DATABASE USER ADDRESS      METHOD
      host   all      all  127.0.0.1/32 scram-sha-256
      """;

  private final Path directory;
  private final Path programs;
  private final int port;
  private @Nullable Passwords passwords;
  private volatile io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;

  /**
   * A server that is not started yet.
   *
   * @param directory where its data, its programs, its passwords and its log lie
   */
  public EmbeddedPostgres(Path directory, int port) {
    this(directory, directory.resolve("programs"), port);
  }

  /**
   * A server that is not started yet and shares its programs with others, which spares it to unpack
   * them.
   *
   * @param directory where its data, its passwords and its log lie
   * @param programs where the first of them unpacks the programs; several processes may share it
   */
  public EmbeddedPostgres(Path directory, Path programs, int port) {
    this.directory = directory;
    this.programs = programs;
    this.port = port;
  }

  @Override
  public String name() {
    return "postgres";
  }

  /** What JDBC takes; connect as {@link #NAME} or {@link #READER}. */
  public String url() {
    return url(NAME);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Where the passwords are, in the form of libpq's {@code PGPASSFILE}. */
  public Path passwordFile() {
    return directory.resolve("pgpass");
  }

  /** The password of a role; makes all of them if there are none yet. */
  public Secret password(String role) {
    return passwords().of(role);
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

  /** Starts it and waits until it takes connections; makes roles and database if need be. */
  @Override
  public void start() {
    try {
      var secrets = passwords();
      var data = PostgresFiles.prepare(directory, secrets.fresh());
      var log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
      var started =
          PostgresFiles.configured(directory, programs, secrets.of(SUPERUSER))
              .setDataDirectory(data)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setPort(port)
              .setErrorRedirector(log)
              .setOutputRedirector(log)
              .start();
      server = started;
      Files.delete(PostgresFiles.initialPassword(directory));
      try (var connection = started.getPostgresDatabase().getConnection()) {
        makeRoles(connection, secrets);
        makeDatabase(connection);
        Files.writeString(data.resolve("pg_hba.conf"), HOSTS);
        run(connection, "select pg_reload_conf()");
      }
      try (var connection = started.getDatabase(SUPERUSER, NAME).getConnection()) {
        letReaderRead(connection);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      close();
      throw new IllegalStateException(
          "PostgreSQL cannot start in " + directory + "; its log there says why (postgres.log)", e);
    }
  }

  /**
   * Makes one more database that belongs to {@link #NAME}.
   *
   * @param database its name, of letters and digits
   * @return its JDBC URL
   */
  public String create(String database) {
    var running = server;
    if (running == null) {
      throw new IllegalStateException("PostgreSQL is not started");
    }
    try (var connection = running.getPostgresDatabase().getConnection()) {
      run(connection, "create database " + database + " owner " + NAME);
    } catch (SQLException e) {
      throw new IllegalStateException("the database " + database + " cannot be made", e);
    }
    return url(database);
  }

  @Override
  public boolean ready() {
    var running = server;
    return running != null && ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Whether it ended by itself. */
  public Optional<String> failure() {
    return server == null || ready() ? Optional.empty() : Optional.of("ended");
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

  /** Ends it at once with all its processes, also where they are stopped or hang. */
  public void kill() {
    ProcessHandle.of(pid())
        .ifPresent(
            postmaster -> {
              var all = postmaster.descendants().toList();
              postmaster.destroyForcibly();
              all.forEach(ProcessHandle::destroyForcibly);
              var unused = postmaster.onExit().completeOnTimeout(postmaster, 5, TimeUnit.SECONDS);
              unused.join();
            });
    close();
  }

  private synchronized Passwords passwords() {
    var known = passwords;
    if (known == null) {
      try {
        PrivateFiles.directory(directory);
        known = Passwords.of(passwordFile(), ROLES);
      } catch (IOException e) {
        throw new UncheckedIOException(passwordFile() + " cannot be read or written", e);
      }
      passwords = known;
    }
    return known;
  }

  /** Role names and passwords are ours, of letters and digits: nothing in them needs a quote. */
  private static void makeRoles(Connection connection, Passwords passwords) throws SQLException {
    for (var role : ROLES) {
      boolean there = found(connection, "select 1 from pg_roles where rolname = '" + role + "'");
      if (!there) {
        run(connection, "create role " + role + " login");
      }
      if (!there || passwords.fresh()) {
        run(connection, "alter role " + role + " password '" + passwords.of(role).reveal() + "'");
      }
    }
    run(connection, "alter role " + READER + " set default_transaction_read_only = on");
  }

  private static void makeDatabase(Connection connection) throws SQLException {
    if (!found(connection, "select 1 from pg_database where datname = '" + NAME + "'")) {
      run(connection, "create database " + NAME + " owner " + NAME);
    }
    run(connection, "revoke connect, temporary on database " + NAME + " from public");
    run(connection, "grant connect on database " + NAME + " to " + READER);
  }

  private static void letReaderRead(Connection connection) throws SQLException {
    run(connection, "grant usage on schema public to " + READER);
    run(connection, "grant select on all tables in schema public to " + READER);
    run(
        connection,
        "alter default privileges for role %s in schema public grant select on tables to %s"
            .formatted(NAME, READER));
  }

  private static boolean found(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
