package org.copytaster.tagging.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Language knowledge as it lies in a resource: one row a line, columns separated by tabs. Lines
 * that begin with {@code #} say what it is, where it comes from and under which licence.
 */
public record Table(List<List<String>> rows) {

  /**
   * Reads a table that lies beside {@code owner}.
   *
   * @throws IllegalStateException if there is none of this name
   */
  public static Table read(Class<?> owner, String name) {
    try (var stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + name + " beside " + owner.getName());
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read table " + name, e);
    }
  }

  private static Table parse(String lines) {
    var rows = new ArrayList<List<String>>();
    for (var line : lines.split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(List.of(line.split("\t", -1)));
      }
    }
    return new Table(List.copyOf(rows));
  }
}
