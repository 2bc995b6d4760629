package org.copytaster.console;

import java.time.Clock;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;

/** The door of this module. */
public final class Console {

  private Console() {}

  /** A console that is not started yet. */
  public static Service service(ConsoleSettings settings, Metrics metrics) {
    return new ConsoleService(settings, metrics, Clock.systemUTC());
  }
}
