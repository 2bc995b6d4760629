package org.copytaster.ingest.format.teletype;

import java.util.List;
import java.util.Locale;

/** The names of months in the agencies' languages. */
final class Months {

  private static final List<String[]> MONTHS = Lines.of("months.tsv");

  private Months() {}

  /** The number of a month in figures or by its name, also shortened; 0 if there is none such. */
  static int number(String month) {
    if (Character.isDigit(month.charAt(0))) {
      return Integer.parseInt(month);
    }
    var name = month.toLowerCase(Locale.ROOT);
    for (var line : MONTHS) {
      for (var beginning : line[1].split(" ", -1)) {
        if (name.startsWith(beginning)) {
          return Integer.parseInt(line[0]);
        }
      }
    }
    return 0;
  }
}
