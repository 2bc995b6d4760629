package org.copytaster.store;

import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Settings;

/**
 * How to reach the store.
 *
 * @param url JDBC URL of PostgreSQL
 */
public record DatabaseSettings(String url, String user, Secret password) {

  /** Reads {@code COPYTASTER_DATABASE_…}. */
  public static DatabaseSettings read(Settings settings) {
    return new DatabaseSettings(
        settings.text(
            Settings.PREFIX + "DATABASE_URL",
            "jdbc:postgresql://127.0.0.1:5433/copytaster",
            "the store, a JDBC URL of PostgreSQL"),
        settings.text(Settings.PREFIX + "DATABASE_USER", "copytaster", "user name at the store"),
        settings.secret(Settings.PREFIX + "DATABASE_PASSWORD", "password at the store"));
  }
}
