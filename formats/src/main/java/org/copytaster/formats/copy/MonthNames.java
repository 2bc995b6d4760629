package org.copytaster.formats.copy;

import java.util.List;
import java.util.Locale;
import org.copytaster.formats.text.ResourceLines;

/** Months by the beginnings of their names, in the languages that agencies write. */
final class MonthNames {

  private record Month(int number, List<String> beginnings) {}

  private static final List<Month> MONTHS =
      ResourceLines.of(MonthNames.class, "months.tsv").stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Month(Integer.parseInt(cells[0]), List.of(cells[1].split(" ", -1))))
          .toList();

  private MonthNames() {}

  /** The month whose beginning is the longest that {@code name} begins with; 0 for none. */
  static int number(String name) {
    var word = name.toLowerCase(Locale.ROOT);
    int longest = 0;
    int number = 0;
    for (var month : MONTHS) {
      for (var beginning : month.beginnings()) {
        if (beginning.length() > longest && word.startsWith(beginning)) {
          longest = beginning.length();
          number = month.number();
        }
      }
    }
    return number;
  }
}
