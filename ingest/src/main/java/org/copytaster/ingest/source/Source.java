package org.copytaster.ingest.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Defaults;
import org.jspecify.annotations.Nullable;

/**
 * Who sends copy, and what is known of it beforehand.
 *
 * @param name in records, metrics and messages
 * @param format the name of the format that it sends, or null to look
 * @param zone of its clocks; for times without a zone
 * @param guidPrefixes how the guids begin that it may write; any if empty
 * @param quota articles a minute; no limit if empty
 */
public record Source(
    String name,
    Way way,
    @Nullable String format,
    ZoneId zone,
    Defaults defaults,
    Access access,
    List<String> guidPrefixes,
    OptionalInt quota,
    Rhythm rhythm) {

  public Source {
    guidPrefixes = List.copyOf(guidPrefixes);
  }

  /** A source of which nothing is known but its name. */
  public static Source named(String name, Way way) {
    return new Source(
        name,
        way,
        null,
        ZoneOffset.UTC,
        Defaults.NONE,
        Access.OPEN,
        List.of(),
        OptionalInt.empty(),
        Rhythm.UNKNOWN);
  }

  /** What is known of copy that came in at {@code receivedAt}. */
  public Circumstances circumstances(Instant receivedAt) {
    return new Circumstances(zone, receivedAt, defaults);
  }
}
