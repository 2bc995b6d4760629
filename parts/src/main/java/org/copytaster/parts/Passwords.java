package org.copytaster.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.copytaster.runtime.Secret;

/**
 * Generated passwords of the roles of a PostgreSQL server, kept in libpq's own form ({@code
 * host:port:database:role:password}), so that {@code PGPASSFILE=FILE psql …} reads them, too.
 */
final class Passwords {

  private static final int BYTES = 24;

  private final Map<String, String> byRole;
  private final boolean fresh;

  private Passwords(Map<String, String> byRole, boolean fresh) {
    this.byRole = byRole;
    this.fresh = fresh;
  }

  /** Those in {@code file}; if it does not have all of these roles, new ones are written to it. */
  static Passwords of(Path file, List<String> roles) throws IOException {
    var kept = new HashMap<String, String>();
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        var fields = line.split(":", -1);
        if (fields.length == 5) {
          kept.put(fields[3], fields[4]);
        }
      }
    }
    if (kept.keySet().containsAll(roles)) {
      return new Passwords(kept, false);
    }
    var made = roles.stream().collect(Collectors.toMap(role -> role, role -> random()));
    PrivateFiles.write(
        file,
        roles.stream()
            .map(role -> "127.0.0.1:*:*:" + role + ":" + made.get(role) + "\n")
            .collect(Collectors.joining()));
    return new Passwords(made, true);
  }

  /** Whether the server does not know them yet. */
  boolean fresh() {
    return fresh;
  }

  Secret of(String role) {
    return new Secret(byRole.getOrDefault(role, ""));
  }

  /** A password that nobody guesses, of letters and digits. */
  static String random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
