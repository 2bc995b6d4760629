package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The lines of a table that lies beside a class. */
public final class ResourceLines {

  private ResourceLines() {}

  /**
   * All lines, comments too.
   *
   * @throws IllegalStateException if there is no such table
   */
  public static List<String> of(Class<?> owner, String name) {
    try (var in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
