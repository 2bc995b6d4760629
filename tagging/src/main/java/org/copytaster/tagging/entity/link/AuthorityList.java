package org.copytaster.tagging.entity.link;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.NameKey;

/**
 * One file of a house's names: UTF-8, columns apart by tabs, the first line names them; empty lines
 * and those that begin with {@code #} are skipped.
 *
 * @param file its name, for those who have to mend it
 */
public record AuthorityList(String file, List<AuthorityEntry> entries) {

  private static final List<String> COLUMNS =
      List.of("id", "type", "name", "aliases", "description");

  /** Copies the list. */
  public AuthorityList {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException with one sentence that names file, line and column
   */
  public static AuthorityList parse(String file, byte[] content) {
    var lines = text(file, content).split("\r?\n", -1);
    var entries = new ArrayList<AuthorityEntry>();
    var ids = new HashSet<String>();
    boolean headed = false;
    for (int i = 0; i < lines.length; i++) {
      var line = lines[i];
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var place = new Place(file, i + 1);
      if (!headed) {
        headed = checkHeader(place, line);
        continue;
      }
      var entry = entry(place, line);
      if (!ids.add(entry.id())) {
        throw place.wrong("id", "\"" + entry.id() + "\" stands in a line before");
      }
      entries.add(entry);
    }
    if (!headed) {
      throw new IllegalArgumentException(
          "authority list " + file + " has no first line " + String.join(" ", COLUMNS));
    }
    return new AuthorityList(file, entries);
  }

  private record Place(String file, int line) {

    IllegalArgumentException wrong(String column, String reason) {
      return new IllegalArgumentException(
          "authority list %s line %d: %s %s".formatted(file, line, column, reason));
    }
  }

  private static String text(String file, byte[] content) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("authority list " + file + " is not UTF-8", e);
    }
  }

  private static boolean checkHeader(Place place, String line) {
    if (!List.of(line.strip().split("\t", -1)).equals(COLUMNS)) {
      throw place.wrong("header", "must be " + String.join(", ", COLUMNS) + ", apart by tabs");
    }
    return true;
  }

  private static AuthorityEntry entry(Place place, String line) {
    var columns = List.of(line.split("\t", -1));
    if (columns.size() < COLUMNS.size()) {
      throw place.wrong(COLUMNS.get(columns.size()), "is missing");
    }
    if (columns.size() > COLUMNS.size()) {
      throw place.wrong("description", "is followed by another column");
    }
    var id = columns.get(0).strip();
    if (id.isEmpty() || id.codePoints().anyMatch(Character::isWhitespace)) {
      throw place.wrong("id", id.isEmpty() ? "is empty" : "\"" + id + "\" has white space in it");
    }
    var name = columns.get(2).strip();
    if (NameKey.of(name).isEmpty()) {
      throw place.wrong("name", "has neither letter nor digit");
    }
    var aliases =
        Stream.of(columns.get(3).split("\\|", -1))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList();
    for (var alias : aliases) {
      if (NameKey.of(alias).isEmpty()) {
        throw place.wrong("aliases", "\"" + alias + "\" has neither letter nor digit");
      }
    }
    return new AuthorityEntry(
        id, type(place, columns.get(1).strip()), name, aliases, columns.get(4).strip());
  }

  private static EntityType type(Place place, String type) {
    return Arrays.stream(EntityType.values())
        .filter(each -> each.name().equals(type.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> place.wrong("type", "\"" + type + "\" is none of PER, ORG, LOC, MISC"));
  }

  /** The list as a file that can be read again; tabs, line ends and bars in names become spaces. */
  public String toTsv() {
    return Stream.concat(
            Stream.of(String.join("\t", COLUMNS)), entries.stream().map(AuthorityList::line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(AuthorityEntry entry) {
    return String.join(
        "\t",
        entry.id(),
        entry.type().name(),
        plain(entry.name()),
        entry.aliases().stream().map(AuthorityList::plain).collect(Collectors.joining("|")),
        plain(entry.description()));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s|]+", " ").strip();
  }
}
