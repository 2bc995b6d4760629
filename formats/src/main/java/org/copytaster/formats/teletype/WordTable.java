package org.copytaster.formats.teletype;

import java.util.List;
import org.copytaster.formats.text.ResourceLines;

/**
 * The lines of a table of words, cells between tabs, without the lines that begin with {@code #}.
 */
final class WordTable {

  private WordTable() {}

  static List<String[]> of(String name) {
    return ResourceLines.of(WordTable.class, name).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
