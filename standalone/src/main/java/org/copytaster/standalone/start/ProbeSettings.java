package org.copytaster.standalone.start;

import org.copytaster.runtime.Door;
import org.copytaster.runtime.Settings;

/**
 * Where a probe that goes on serves what it measures.
 *
 * @param door of its metrics
 */
public record ProbeSettings(Door door) {

  /** Reads them; problems are noted in {@code settings}. */
  public static ProbeSettings read(Settings settings) {
    return new ProbeSettings(
        Door.read(settings, "COPYTASTER_PROBE_OPS_PORT", 8084, "ops port of probe --every"));
  }
}
