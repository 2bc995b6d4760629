package org.copytaster.ingest.source;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.copytaster.formats.copy.Defaults;

/** Sources of which one thing is known beside their name. */
public final class TestSources {

  private TestSources() {}

  public static Source known(String name, Access access) {
    return source(name, access, OptionalInt.empty(), Rhythm.UNKNOWN);
  }

  public static Source limited(String name, int quota) {
    return source(name, Access.OPEN, OptionalInt.of(quota), Rhythm.UNKNOWN);
  }

  static Source rhythmic(String name, Rhythm rhythm) {
    return source(name, Access.OPEN, OptionalInt.empty(), rhythm);
  }

  private static Source source(String name, Access access, OptionalInt quota, Rhythm rhythm) {
    return new Source(
        name,
        new Way.Http(),
        null,
        ZoneOffset.UTC,
        Defaults.NONE,
        access,
        List.of(),
        quota,
        rhythm);
  }
}
