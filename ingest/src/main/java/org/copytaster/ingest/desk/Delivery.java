package org.copytaster.ingest.desk;

import org.copytaster.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/**
 * Copy as a way in hands it over.
 *
 * @param copy its {@code given} fields name the source
 * @param declared what it is said to be
 * @param traceparent as the source sent it, or null
 */
public record Delivery(Copy copy, Declared declared, @Nullable String traceparent) {

  /**
   * What copy is said to be, by whoever brings it.
   *
   * @param mediaType in lower case and without parameters; empty if none is declared
   * @param fileName a hint, or null
   * @param format the name of the format that its source is set up for, or null
   */
  public record Declared(String mediaType, @Nullable String fileName, @Nullable String format) {}

  /** The name of the source. */
  public String source() {
    return copy.given().getOrDefault("source", "unknown");
  }
}
