package org.copytaster.tagging.entity.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.copytaster.tagging.entity.NameKey;

/** Writes the table of places that the linker reads. The same places give the same bytes. */
public final class AtlasBuilder {

  private final Map<String, Row> rows = new HashMap<>();

  /** What kind of place it is. */
  public enum Kind {
    /** A country. */
    COUNTRY('C'),
    /** A part of a country, with the towns in it. */
    SUBDIVISION('S'),
    /** A subdivision of which nobody said which towns lie in it. */
    OUTLINE('O'),
    /** A town. */
    CITY('T'),
    /** A town from which a country is governed. */
    CAPITAL('K');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  /**
   * A place.
   *
   * @param id scheme and code, for instance {@code geonames:2988507}
   * @param name canonical name
   * @param within ISO 3166 code of the smallest known division around it; empty for a country
   * @param people who live there, or an estimate
   */
  public record Entry(String id, String name, Kind kind, String within, long people) {}

  private record Row(String key, Entry entry, boolean alias) {

    String line() {
      char letter = alias ? Character.toLowerCase(entry.kind().letter) : entry.kind().letter;
      return String.join(
              "\t",
              key,
              entry.id(),
              entry.name(),
              String.valueOf(letter),
              entry.within(),
              Long.toString(entry.people()))
          + "\n";
    }
  }

  /** Adds a place under its name and other names, and one with an ISO 3166 code under that. */
  public void add(Entry entry, List<String> otherNames) {
    put(NameKey.of(entry.name()), entry, false);
    if (entry.id().startsWith("iso3166:")) {
      put(entry.id(), entry, false);
    }
    for (var other : otherNames) {
      put(NameKey.of(other), entry, true);
    }
  }

  private void put(String key, Entry entry, boolean alias) {
    if (!key.isEmpty()) {
      rows.putIfAbsent(key + "\t" + entry.id(), new Row(key, entry, alias));
    }
  }

  /** How many names there are, a name that two places have counted twice. */
  public int size() {
    return rows.size();
  }

  /**
   * Writes all of it, compressed.
   *
   * @param header what it is, where it comes from and under which licence
   */
  public void write(List<String> header, OutputStream out) throws IOException {
    var sorted =
        rows.values().stream()
            .sorted(
                Comparator.comparing(
                        (Row row) -> row.key().getBytes(StandardCharsets.UTF_8),
                        Arrays::compareUnsigned)
                    .thenComparing(row -> -row.entry().people())
                    .thenComparing(row -> row.entry().id()))
            .toList();
    try (var zipped = new GZIPOutputStream(out)) {
      for (var line : header) {
        zipped.write(("# " + line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      for (var row : sorted) {
        zipped.write(row.line().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
