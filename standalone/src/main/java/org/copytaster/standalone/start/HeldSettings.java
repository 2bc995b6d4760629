package org.copytaster.standalone.start;

import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Settings;

/**
 * Where an editor's commands go and what they show there.
 *
 * @param key the editor's; {@link Secret#NONE} if it is not set
 */
public record HeldSettings(String console, Secret key) {

  /** Reads them; problems are noted in {@code settings}. */
  public static HeldSettings read(Settings settings) {
    return new HeldSettings(
        settings.text(
            "COPYTASTER_CONSOLE_URL",
            "http://127.0.0.1:8080",
            "where held, where and dead-letters find the console"),
        settings.secret(
            "COPYTASTER_CONSOLE_KEY", "the editor's key that held, where and dead-letters show"));
  }
}
