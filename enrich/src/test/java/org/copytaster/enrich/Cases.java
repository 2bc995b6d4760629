package org.copytaster.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a table of cases: one case a line, columns separated by tabs. */
final class Cases {

  private Cases() {}

  static Stream<List<String>> of(String table) {
    try (var stream = Cases.class.getResourceAsStream(table)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + table);
      }
      var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> List.of(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the tables in a folder, in order. */
  static Stream<String> tables(String folder) throws IOException {
    URL place = Cases.class.getResource(folder);
    if (place == null) {
      throw new IllegalStateException("no folder " + folder);
    }
    try (var files = Files.list(Path.of(URI.create(place.toString())))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }
}
