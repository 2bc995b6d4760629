package org.copytaster.enrich;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads a table of cases: one case a line, columns separated by tabs. */
final class Cases {

  private Cases() {}

  static Stream<List<String>> of(String table) throws IOException {
    try (var stream = Cases.class.getResourceAsStream(table)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + table);
      }
      var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> List.of(line.split("\t", -1)));
    }
  }
}
