package org.copytaster.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copytaster.runtime.Secret;

/** What lies in the directory of an {@link EmbeddedPostgres}, and how the server is set up. */
final class PostgresFiles {

  /** Of a server whose passwords are lost or were never set, for as long as they are set anew. */
  private static final String OPEN =
      "host all " + EmbeddedPostgres.SUPERUSER + " 127.0.0.1/32 trust\n";

  private PostgresFiles() {}

  /**
   * Makes the directories.
   *
   * @param fresh whether the server does not know the passwords yet: one that is there is opened
   *     until they are set
   * @return the data directory
   */
  static Path prepare(Path directory, boolean fresh) throws IOException {
    PrivateFiles.directory(directory);
    var data = directory.resolve("data");
    if (fresh && Files.exists(data.resolve("pg_hba.conf"))) {
      Files.writeString(data.resolve("pg_hba.conf"), OPEN, UTF_8);
    }
    return data;
  }

  /** Where initdb reads the superuser's password; of no use after the start. */
  static Path initialPassword(Path directory) {
    return directory.resolve("initial-password");
  }

  /**
   * A builder with everything that does not change from one server to the other.
   *
   * @param programs where PostgreSQL's programs are unpacked, unless they lie there already
   */
  static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder configured(
      Path directory, Path programs, Secret superuser) throws IOException {
    PrivateFiles.directory(programs);
    var initial = initialPassword(directory);
    PrivateFiles.write(initial, superuser.reveal() + "\n");
    return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(programs.toFile())
        .setRegisterShutdownHook(false)
        // Options of initdb, all of which the library hands on as it does those of the locale; of
        // two that say the same the last one counts.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", initial.toAbsolutePath().toString())
        .setConnectConfig("password", superuser.reveal())
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("max_wal_size", "1GB")
        // Statements of ours hold articles: the log says what failed and not with what.
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_parameter_max_length_on_error", "0");
  }
}
