package org.copytaster.tagging.entity.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.entity.link.Place.Kind;
import org.copytaster.tagging.text.Table;

/**
 * Countries, subdivisions and towns by name. The table is sorted by key and stays as it lies in the
 * resource, one array of bytes that is searched by halves: sixty thousand places as objects would
 * take longer to make than an article takes to tag.
 */
final class Atlas {

  /** A sea has none, but is named as often as a great country. */
  private static final long REGION_PEOPLE = 100_000_000;

  private static final String ARTICLE = "the ";
  private static final String RESOURCE = "atlas.tsv.gz";

  private final byte[] table;
  private final int[] lines;

  /** Ids or other names by the keys of names that copy uses. */
  private final Map<String, Set<String>> aliases = new HashMap<>();

  private final Map<String, Place> regions = new HashMap<>();

  private final Map<String, Set<String>> demonyms = new HashMap<>();

  private Atlas(byte[] table) {
    this.table = table;
    this.lines = lines(table);
  }

  /** The places that come with this version. */
  static Atlas read() {
    try (var stream = EntityType.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + RESOURCE);
      }
      var atlas = new Atlas(new GZIPInputStream(stream, 1 << 16).readAllBytes());
      atlas.addAliases();
      return atlas;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read table " + RESOURCE, e);
    }
  }

  private void addAliases() {
    for (var row : Table.read(EntityType.class, "countries.tsv").rows()) {
      if (!row.get(1).equals("-")) {
        add(aliases, row.get(0), "iso3166:" + row.get(1));
      }
    }
    for (var row : Table.read(EntityType.class, "place-aliases.tsv").rows()) {
      add(aliases, row.get(0), row.get(1));
    }
    for (var row : Table.read(EntityType.class, "regions.tsv").rows()) {
      var name = row.get(0);
      regions.put(
          NameKey.of(name), new Place(row.get(1), name, Kind.REGION, "", REGION_PEOPLE, false));
    }
    for (var row : Table.read(EntityType.class, "demonyms.tsv").rows()) {
      for (var code : row.get(1).split(" ", -1)) {
        add(demonyms, row.get(0), "iso3166:" + code);
      }
    }
  }

  private static void add(Map<String, Set<String>> names, String name, String target) {
    names.computeIfAbsent(NameKey.of(name), key -> new LinkedHashSet<>()).add(target);
  }

  /** Whatever a name can stand for; "the United States" is what "United States" is. */
  List<Place> places(String name) {
    var key = NameKey.of(name);
    var places = placesOf(key);
    return places.isEmpty() && key.startsWith(ARTICLE)
        ? placesOf(key.substring(ARTICLE.length()))
        : places;
  }

  private List<Place> placesOf(String key) {
    var places = new ArrayList<>(find(key));
    var region = regions.get(key);
    if (region != null) {
      places.add(region);
    }
    for (var target : aliases.getOrDefault(key, Set.of())) {
      for (var place : find(target.contains(":") ? target : NameKey.of(target))) {
        addOnce(place, places);
      }
    }
    return places;
  }

  /** An alias that somebody wrote down is as good as the name. */
  private static void addOnce(Place place, List<Place> places) {
    places.removeIf(other -> other.id().equals(place.id()));
    places.add(place);
  }

  /** The countries and subdivisions whose people or things an adjective names. */
  List<Place> ofDemonym(String name) {
    var places = new ArrayList<Place>();
    for (var id : demonyms.getOrDefault(NameKey.of(name), Set.of())) {
      places.addAll(find(id));
    }
    return places;
  }

  /** Rows with a key; countries and subdivisions have their id as a key beside their names. */
  private List<Place> find(String key) {
    var bytes = key.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = lines.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(lines[middle], bytes) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    var found = new ArrayList<Place>();
    for (int i = low; i < lines.length && compare(lines[i], bytes) == 0; i++) {
      found.add(place(i));
    }
    return found;
  }

  private int compare(int begin, byte[] key) {
    int i = 0;
    while (i < key.length && table[begin + i] != '\t') {
      int difference = (table[begin + i] & 0xff) - (key[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
      i++;
    }
    boolean ended = table[begin + i] == '\t';
    return i == key.length ? (ended ? 0 : 1) : -1;
  }

  private Place place(int line) {
    int begin = lines[line];
    int end = begin;
    while (table[end] != '\n') {
      end++;
    }
    var columns = new String(table, begin, end - begin, StandardCharsets.UTF_8).split("\t", -1);
    char letter = columns[3].charAt(0);
    return new Place(
        columns[1],
        columns[2],
        kind(Character.toUpperCase(letter)),
        columns[4],
        Math.max(1, Long.parseLong(columns[5])),
        Character.isLowerCase(letter));
  }

  private static Kind kind(char letter) {
    return switch (letter) {
      case 'C' -> Kind.COUNTRY;
      case 'S' -> Kind.SUBDIVISION;
      case 'O' -> Kind.OUTLINE;
      case 'K' -> Kind.CAPITAL;
      default -> Kind.CITY;
    };
  }

  private static int[] lines(byte[] table) {
    var lines = new int[1 << 10];
    int count = 0;
    for (int begin = 0; begin < table.length; ) {
      if (table[begin] != '#') {
        lines = count == lines.length ? Arrays.copyOf(lines, 2 * count) : lines;
        lines[count++] = begin;
      }
      while (table[begin] != '\n') {
        begin++;
      }
      begin++;
    }
    return Arrays.copyOf(lines, count);
  }
}
