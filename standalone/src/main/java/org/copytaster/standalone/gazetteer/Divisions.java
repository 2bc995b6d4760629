package org.copytaster.standalone.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.text.Table;
import org.jspecify.annotations.Nullable;

/**
 * The subdivisions of countries by ISO 3166-2, and which of them is which first-order division of
 * GeoNames, whose codes are others. Names decide; a table beside this class has those that differ.
 */
final class Divisions {

  private static final Pattern GENERIC =
      Pattern.compile(
          " (province|state|region|governorate|oblast|prefecture|county|district|department"
              + "|republic|city|municipality|krai|kray|voivodeship|canton|parish|division|do|si)$|^(the"
              + " )?(province|state|region|governorate|department|republic|canton) of (the )?");

  private static final Pattern FOOTNOTE = Pattern.compile("[¹²³]+$");

  /** English names by ISO 3166-2 code. */
  private final Map<String, String> names;

  private final Map<String, String> otherNames = new HashMap<>();

  private final Map<String, String> isoByGeonames = new HashMap<>();

  private Divisions(Map<String, String> names) {
    this.names = names;
  }

  /**
   * Reads both lists.
   *
   * @param subdivisions CLDR's en.json of subdivision names
   * @param divisions first-order divisions of GeoNames as JSON: code and name
   * @throws IOException if one cannot be read; it names the file and what it lacks
   */
  static Divisions read(Path subdivisions, Path divisions) throws IOException {
    var named = tree(subdivisions).findValue("subdivisions");
    var list = named == null ? null : named.findValue("subdivisions");
    if (list == null) {
      throw new IOException(subdivisions + ": no localeDisplayNames.subdivisions");
    }
    var names = new TreeMap<String, String>();
    for (var field : list.properties()) {
      var code = field.getKey().toUpperCase(Locale.ROOT);
      var name = FOOTNOTE.matcher(field.getValue().asText()).replaceAll("");
      names.put(code.substring(0, 2) + "-" + code.substring(2), name);
    }
    var read = new Divisions(names);
    read.match(tree(divisions), divisions);
    return read;
  }

  private void match(JsonNode divisions, Path file) throws IOException {
    var byName = new HashMap<String, String>();
    names.forEach(
        (code, name) -> {
          byName.putIfAbsent(code.substring(0, 2) + " " + NameKey.of(name), code);
          byName.putIfAbsent(code.substring(0, 2) + " " + shortened(name), code);
        });
    for (var division : divisions) {
      var code = division.path("code").asText();
      int dot = code.indexOf('.');
      if (dot != 2) {
        throw new IOException(file + ": \"" + code + "\" is no code of a division");
      }
      var country = code.substring(0, dot);
      var name = division.path("name").asText();
      var iso = byName.get(country + " " + NameKey.of(name));
      iso = iso == null ? byName.get(country + " " + shortened(name)) : iso;
      if (iso != null) {
        isoByGeonames.put(code, iso);
        otherNames.put(iso, name);
      }
    }
    for (var row : Table.read(Divisions.class, "divisions.tsv").rows()) {
      if (row.get(1).equals("-")) {
        isoByGeonames.keySet().removeIf(code -> code.startsWith(row.get(0)));
        continue;
      }
      isoByGeonames.put(row.get(0), row.get(1));
      var formal = names.put(row.get(1), row.get(2));
      otherNames.put(row.get(1), formal == null ? row.get(2) : formal);
    }
  }

  private static String shortened(String name) {
    return GENERIC.matcher(NameKey.of(name)).replaceAll("");
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
  }

  /** English names by ISO 3166-2 code, in order. */
  Map<String, String> names() {
    return names;
  }

  /** What GeoNames calls a subdivision where it is matched, or the formal name. */
  List<String> otherNames(String iso) {
    var other = otherNames.get(iso);
    return other == null ? List.of() : List.of(other);
  }

  /** The ISO 3166-2 code of a first-order division of GeoNames, or null. */
  @Nullable String iso(String geonames) {
    return isoByGeonames.get(geonames);
  }
}
