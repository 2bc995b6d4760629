package org.copytaster.sink;

import java.time.Clock;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;

/** The door of this module. */
public final class Sink {

  private Sink() {}

  /** A sink that is not started yet; any number of them share the partitions of a group. */
  public static Service service(SinkSettings settings, Metrics metrics) {
    return new SinkService(settings, metrics, Clock.systemUTC());
  }
}
