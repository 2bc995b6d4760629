package org.copytaster.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Names of files in a drop folder. */
final class DropNames {

  /** Names that one pass takes: what is kept in memory of the million that wait behind them. */
  static final int MOST = 20_000;

  static final String DONE = "done";
  static final String REFUSED = "refused";

  /** What the file systems of Linux, macOS and Windows allow, in the unit of the strictest. */
  private static final int LONGEST_BYTES = 255;

  private DropNames() {}

  /**
   * The first names of a directory in their order, {@link #MOST} at most.
   *
   * @param after only names that come after this one count
   */
  static List<String> of(Path directory, String after) throws IOException {
    var first = new PriorityQueue<String>(Comparator.reverseOrder());
    try (var files = Files.newDirectoryStream(directory)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        boolean full = first.size() == MOST;
        if (name.compareTo(after) <= 0 || (full && name.compareTo(first.element()) >= 0)) {
          continue;
        }
        if (wanted(name)) {
          first.add(name);
        }
        if (first.size() > MOST) {
          first.remove();
        }
      }
    }
    var names = new ArrayList<>(first);
    names.sort(null);
    return names;
  }

  /** A name with an ending, shortened where it would be too long for a file system. */
  static String with(String name, String ending) {
    var kept = name;
    while (!kept.isEmpty() && (kept + ending).getBytes(UTF_8).length > LONGEST_BYTES) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + ending;
  }

  /** Hidden files and those that a transfer program has not finished are left alone. */
  private static boolean wanted(String name) {
    return !name.startsWith(".")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part")
        && !name.endsWith(".filepart")
        && !name.equals(DONE)
        && !name.equals(REFUSED);
  }
}
