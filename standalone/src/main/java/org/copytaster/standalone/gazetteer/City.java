package org.copytaster.standalone.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A line of GeoNames' dump of cities: nineteen columns, as their readme describes them.
 *
 * @param division GeoNames' own code of the first-order division, country and code: FR.11
 */
record City(
    String id,
    String name,
    List<String> otherNames,
    String country,
    String division,
    long people,
    boolean capital) {

  private static final int COLUMNS = 19;

  /** Parts of towns, and places that are no more. */
  private static final Set<String> NO_TOWNS = Set.of("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH");

  /** Other names are in all languages; those of great towns are worth their noise. */
  private static final long GREAT = 250_000;

  private static final int SHORTEST_OTHER_NAME = 4;

  /**
   * Reads a dump.
   *
   * @throws IOException if it cannot be read; it names file, line and column
   */
  static void read(Path file, Consumer<City> each) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      read(reader, file, each);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not " + StandardCharsets.UTF_8, e);
    }
  }

  private static void read(BufferedReader reader, Path file, Consumer<City> each)
      throws IOException {
    int number = 0;
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      var columns = List.of(line.split("\t", -1));
      if (columns.size() != COLUMNS) {
        throw new IOException(
            "%s line %d: %d columns instead of %d"
                .formatted(file, number, columns.size(), COLUMNS));
      }
      if (!NO_TOWNS.contains(columns.get(7))) {
        each.accept(city(columns, file, number));
      }
    }
  }

  private static City city(List<String> columns, Path file, int number) throws IOException {
    try {
      long people = columns.get(14).isEmpty() ? 0 : Long.parseLong(columns.get(14));
      return new City(
          "geonames:" + Long.parseLong(columns.get(0)),
          columns.get(1),
          people < GREAT ? List.of() : written(columns.get(3)),
          columns.get(8),
          columns.get(8) + "." + columns.get(10),
          people,
          columns.get(7).equals("PPLC"));
    } catch (NumberFormatException e) {
      throw new IOException("%s line %d: id or population is no number".formatted(file, number), e);
    }
  }

  /** Names in Latin letters that could stand in English copy: no codes, no transcriptions. */
  private static List<String> written(String names) {
    return List.of(names.split(",", -1)).stream()
        .filter(name -> name.length() >= SHORTEST_OTHER_NAME)
        .filter(name -> Character.isUpperCase(name.charAt(0)))
        .filter(name -> !name.equals(name.toUpperCase(Locale.ROOT)))
        .filter(name -> name.codePoints().allMatch(City::latin))
        .toList();
  }

  private static boolean latin(int c) {
    return c == ' '
        || c == '-'
        || c == '\''
        || (Character.isLetter(c)
            && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }
}
