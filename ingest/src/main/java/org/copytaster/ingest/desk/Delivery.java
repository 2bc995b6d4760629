package org.copytaster.ingest.desk;

import java.util.List;
import org.copytaster.formats.Hints;
import org.copytaster.formats.copy.Copy;
import org.jspecify.annotations.Nullable;

/**
 * Copy as a way in hands it over.
 *
 * @param copy its {@code given} fields name the source
 * @param hints what it is said to be
 * @param traceparent as the source sent it, or null
 * @param sender who hands it over
 */
public record Delivery(Copy copy, Hints hints, @Nullable String traceparent, Sender sender) {

  /** Copy from a source that may write whatever it likes. */
  public Delivery(Copy copy, Hints hints, @Nullable String traceparent) {
    this(copy, hints, traceparent, Sender.ANYBODY);
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

  /** The same copy, in another trace. */
  Delivery in(String trace) {
    return new Delivery(copy, hints, trace, sender);
  }

  /** The name of the source: who it is proven to be, else what it says. */
  public String source() {
    var proven = sender.name();
    return proven != null ? proven : copy.given().getOrDefault("source", "unknown");
  }
}
