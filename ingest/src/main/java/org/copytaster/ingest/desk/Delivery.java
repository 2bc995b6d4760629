package org.copytaster.ingest.desk;

import java.util.List;
import org.copytaster.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/**
 * Copy as a way in hands it over.
 *
 * @param copy its {@code given} fields name the source
 * @param declared what it is said to be
 * @param traceparent as the source sent it, or null
 * @param sender who hands it over
 */
public record Delivery(Copy copy, Declared declared, @Nullable String traceparent, Sender sender) {

  /** Copy from a source that may write whatever it likes. */
  public Delivery(Copy copy, Declared declared, @Nullable String traceparent) {
    this(copy, declared, traceparent, Sender.ANYBODY);
  }

  /**
   * Who hands over, as far as it is proven.
   *
   * @param name who it is whatever the copy says, or null if nobody knows
   * @param guidPrefixes how the guids begin that it may write; any if empty
   */
  public record Sender(@Nullable String name, List<String> guidPrefixes) {

    /** Nobody knows. */
    public static final Sender ANYBODY = new Sender(null, List.of());

    public Sender {
      guidPrefixes = List.copyOf(guidPrefixes);
    }

    boolean mayWrite(String guid) {
      return guidPrefixes.isEmpty() || guidPrefixes.stream().anyMatch(guid::startsWith);
    }
  }

  /**
   * What copy is said to be, by whoever brings it.
   *
   * @param mediaType in lower case and without parameters; empty if none is declared
   * @param fileName a hint, or null
   * @param format the name of the format that its source is set up for, or null
   */
  public record Declared(String mediaType, @Nullable String fileName, @Nullable String format) {}

  /** The name of the source: who it is proven to be, else what it says. */
  public String source() {
    var proven = sender.name();
    return proven != null ? proven : copy.given().getOrDefault("source", "unknown");
  }
}
