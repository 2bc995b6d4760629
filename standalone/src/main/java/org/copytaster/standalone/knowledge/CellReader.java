package org.copytaster.standalone.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells. If the first line has a tab, cells are apart by tabs and nothing is quoted; else
 * they are as RFC 4180 has them, apart by commas, with quotes around cells that have commas, quotes
 * or line breaks in them.
 */
final class CellReader {

  /** A row that goes on for longer has a quote that nobody closed. */
  private static final int LONGEST = 1 << 20;

  private final BufferedReader lines;
  private boolean tabs;
  private int line;

  CellReader(BufferedReader lines) {
    this.lines = lines;
  }

  /** The number of the line that was read last, from 1. */
  int line() {
    return line;
  }

  /** The next row that is not empty, or null. */
  @Nullable List<String> next() throws IOException {
    var text = lines.readLine();
    line++;
    while (text != null && text.isBlank()) {
      text = lines.readLine();
      line++;
    }
    if (text == null) {
      return null;
    }
    tabs = tabs || (line == 1 && text.indexOf('\t') >= 0);
    return tabs ? List.of(text.split("\t", -1)) : quoted(text);
  }

  private List<String> quoted(String first) throws IOException {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean inside = false;
    var text = first;
    int begin = line;
    while (true) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (inside && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else if (c == '"') {
          inside = !inside;
        } else if (c == ',' && !inside) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      if (!inside) {
        cells.add(cell.toString());
        return cells;
      }
      var more = lines.readLine();
      line++;
      if (more == null || cell.length() > LONGEST) {
        throw new IOException("line " + begin + " has a quotation mark that is not closed");
      }
      cell.append('\n');
      text = more;
    }
  }
}
