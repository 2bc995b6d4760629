package org.copytaster.formats.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copytaster.formats.text.ResourceLines;

/**
 * Which Media Topics of IPTC are broader than which, as {@code media-topics.tsv} lists it. Its
 * codes do not say so by themselves, as those of the older Subject Codes do. It never changes and
 * may be shared by threads.
 */
final class MediaTopics {

  private static final String TABLE = "media-topics.tsv";
  private static final Pattern ROW =
      Pattern.compile("(20\\d{6})\t(20\\d{6}|(?:0[1-9]|1[0-7])000000)");

  /** IPTC's tree has up to five topics above one; more than this is a circle. */
  private static final int HIGHEST = 8;

  private final Map<String, List<String>> parents;

  private MediaTopics(Map<String, List<String>> parents) {
    this.parents = Map.copyOf(parents);
  }

  /**
   * The table that comes with this version.
   *
   * @throws IllegalStateException if it is missing or broken
   */
  static MediaTopics read() {
    return of(ResourceLines.of(MediaTopics.class, TABLE).stream());
  }

  /**
   * A table.
   *
   * @param lines code and broader code with a tab between, in any order, and lines that begin with
   *     {@code #}
   * @throws IllegalStateException if a line is none of these, a code comes twice, or a topic has no
   *     way up to one of the topics at the top
   */
  static MediaTopics of(Stream<String> lines) {
    var broader = new HashMap<String, String>();
    int number = 0;
    for (var line : (Iterable<String>) lines::iterator) {
      number++;
      if (line.startsWith("#")) {
        continue;
      }
      var row = ROW.matcher(line);
      if (!row.matches()) {
        throw broken("line " + number + " is not a code, a tab and a broader code");
      }
      if (broader.put(row.group(1), row.group(2)) != null) {
        throw broken("line " + number + " has a code that an earlier line has, " + row.group(1));
      }
    }
    var parents = new HashMap<String, List<String>>();
    broader.keySet().forEach(code -> parents.put(code, above(code, broader)));
    return new MediaTopics(parents);
  }

  private static List<String> above(String code, Map<String, String> broader) {
    var above = new ArrayList<String>();
    for (var next = broader.get(code); next != null; next = broader.get(next)) {
      above.add(next);
      if (above.size() > HIGHEST) {
        throw broken("the topics above " + code + " go in a circle");
      }
    }
    var top = above.get(above.size() - 1);
    if (!top.endsWith("000000")) {
      throw broken("no line says what is above " + top);
    }
    return List.copyOf(above);
  }

  private static IllegalStateException broken(String reason) {
    return new IllegalStateException(TABLE + ": " + reason);
  }

  /**
   * The codes of all topics that are broader than this one, the nearest first; none for a topic at
   * the top or one that the table does not know.
   */
  List<String> parents(String code) {
    return parents.getOrDefault(code, List.of());
  }
}
