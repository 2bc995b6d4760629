package org.copytaster.standalone.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.copytaster.schemas.Wording;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.entity.known.Bearer;
import org.copytaster.tagging.entity.known.Bearer.Description;
import org.copytaster.tagging.entity.known.Bearer.Term;
import org.jspecify.annotations.Nullable;

/**
 * Reads bearers of names from a file with a header: apart by tabs without quotes, or by commas as
 * Wikidata's query service and spreadsheets write them. Columns may stand in any order; those of
 * other names are not looked at.
 */
final class KnownRows {

  /** What a column may be called, in small letters; the first is what messages call it. */
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "id", List.of("id", "item"),
          "name", List.of("name", "itemlabel"),
          "aliases", List.of("aliases", "itemaltlabel", "altlabel", "altlabels"),
          "type", List.of("type", "kind"),
          "description", List.of("description", "itemdescription"),
          "country", List.of("country", "countrycode"),
          "from", List.of("from", "start"),
          "to", List.of("to", "end"),
          "weight", List.of("weight"),
          "sitelinks", List.of("sitelinks"));

  /** Securities and Exchange Commission (SEC). */
  private static final Pattern ACRONYM = Pattern.compile("(.+\\S) \\((\\p{Lu}[\\p{L}&.-]{1,9})\\)");

  private final KindTable kinds;
  private final @Nullable String kind;
  private final Consumer<Integer> progress;

  /**
   * A reader.
   *
   * @param kind what rows without a type are; null if each must have one
   * @param progress told how many lines are read, now and then
   */
  KnownRows(KindTable kinds, @Nullable String kind, Consumer<Integer> progress) {
    this.kinds = kinds;
    this.kind = kind;
    this.progress = progress;
  }

  /**
   * Reads a file.
   *
   * @throws IOException with one sentence that names file, line and column
   */
  void read(Path file, Consumer<KnownRow> taker) throws IOException {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read(file, lines, taker);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not UTF-8", e);
    }
  }

  private void read(Path file, BufferedReader lines, Consumer<KnownRow> taker) throws IOException {
    var cells = new CellReader(lines);
    var header = cells.next();
    if (header == null) {
      throw new IOException(file + " is empty");
    }
    var columns = columns(header);
    for (var needed : List.of("id", "name")) {
      if (!columns.containsKey(needed)) {
        var names = String.join(" or ", COLUMNS.getOrDefault(needed, List.of()));
        throw new IOException(file + " has no column " + names + " in its first line");
      }
    }
    for (var row = cells.next(); row != null; row = cells.next()) {
      try {
        if (row.size() != header.size()) {
          throw new IllegalArgumentException(
              "has " + row.size() + " columns, and the first line has " + header.size());
        }
        taker.accept(row(new Row(columns, row)));
      } catch (IllegalArgumentException e) {
        throw new IOException(file + " line " + cells.line() + " " + e.getMessage(), e);
      }
      progress.accept(cells.line());
    }
  }

  private static Map<String, Integer> columns(List<String> header) {
    var columns = new HashMap<String, Integer>();
    for (int i = 0; i < header.size(); i++) {
      var title = header.get(i).strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT);
      for (var column : COLUMNS.entrySet()) {
        if (column.getValue().contains(title)) {
          columns.putIfAbsent(column.getKey(), i);
        }
      }
    }
    return columns;
  }

  private record Row(Map<String, Integer> columns, List<String> cells) {

    String cell(String column) {
      var index = columns.get(column);
      return index == null ? "" : cells.get(index).strip();
    }
  }

  private KnownRow row(Row row) {
    var bare = ACRONYM.matcher(row.cell("name"));
    var name = bare.matches() ? bare.group(1) : row.cell("name");
    if (NameKey.of(name).isEmpty()) {
      throw wrong("name", name, "has neither letter nor digit");
    }
    var named = row.cell("type").isEmpty() && kind != null ? kind : row.cell("type");
    var type = kinds.type(named);
    var country = row.cell("country");
    if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
      throw wrong("country", country, "is no code of two capitals as in ISO 3166");
    }
    return new KnownRow(
        new Bearer(
            id(row.cell("id")),
            type,
            name,
            new Description(named, row.cell("description")),
            new Term(
                country, day("from", row.cell("from")), day("to", row.cell("to")), weight(row))),
        aliases(row.cell("aliases") + (bare.matches() ? "|" + bare.group(2) : ""), name));
  }

  /** Wikidata's query service has addresses. */
  private static String id(String cell) {
    var id = cell.replaceFirst("^https?://www\\.wikidata\\.org/(entity|wiki)/", "wikidata:");
    if (id.codePoints().anyMatch(Character::isWhitespace)) {
      throw wrong("id", id, "has white space in it");
    }
    if (!id.isEmpty() && id.indexOf(':') <= 0) {
      throw wrong("id", id, "is not scheme and value, such as wikidata:Q42");
    }
    return id;
  }

  /** Lists are apart by a bar; Wikidata's label service writes commas. */
  private static Set<String> aliases(String cell, String name) {
    var aliases = new LinkedHashSet<String>();
    for (var alias : cell.split(cell.contains("|") ? "\\|" : ", ", -1)) {
      var bare = alias.replaceFirst("/h=.*", "").strip();
      if (!bare.isEmpty() && !bare.equals(name)) {
        aliases.add(bare);
      }
    }
    return aliases;
  }

  /** Year, month, day, of which the last two may be missing; 0 for nothing or what is no year. */
  private static int day(String column, String cell) {
    if (cell.isEmpty() || cell.startsWith("http") || cell.startsWith("_:")) {
      return 0;
    }
    var parts = cell.replaceFirst("T.*", "").split("-", -1);
    try {
      int year = Integer.parseInt(parts[0].replaceFirst("s$", ""));
      int month = parts.length > 1 && !parts[1].isEmpty() ? Integer.parseInt(parts[1]) : 0;
      int day = parts.length > 2 && !parts[2].isEmpty() ? Integer.parseInt(parts[2]) : 0;
      return year < 1 || year > 9999 || month > 12 || day > 31
          ? 0
          : (year * 100 + month) * 100 + day;
    } catch (NumberFormatException e) {
      if (parts[0].isEmpty() || cell.startsWith("+")) {
        return 0;
      }
      throw wrong(column, cell, "is no date such as 2019-10-31 or 2019");
    }
  }

  /** A hundred languages that write of somebody make a head of state's weight. */
  private static int weight(Row row) {
    var weight = row.cell("weight");
    var sitelinks = row.cell("sitelinks");
    try {
      if (!weight.isEmpty()) {
        return Math.max(0, Math.min(100, Integer.parseInt(weight)));
      }
      if (sitelinks.isEmpty()) {
        return 50;
      }
      double languages = Math.max(0, Integer.parseInt(sitelinks));
      return (int) Math.min(97, Math.round(20 + 33 * Math.log10(1 + languages)));
    } catch (NumberFormatException e) {
      throw wrong("weight", weight + sitelinks, "is no whole number");
    }
  }

  static IllegalArgumentException wrong(String column, String cell, String reason) {
    return new IllegalArgumentException(column + " \"" + Wording.plain(cell, 60) + "\" " + reason);
  }
}
