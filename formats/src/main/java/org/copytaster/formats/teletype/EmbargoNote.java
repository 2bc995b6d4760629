package org.copytaster.formats.teletype;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.WireTime;

/** The moment that a sentence about an embargo names. */
final class EmbargoNote {

  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?");
  private static final Pattern WORDS =
      Pattern.compile(
          "(\\d\\d)[:.]?(\\d\\d) ?(GMT|UTC),? (?:on )?(?:\\p{Alpha}{3,9}day,? )?"
              + "(?:(\\d{1,2}) (\\p{Alpha}{3})\\p{Alpha}*|(\\p{Alpha}{3})\\p{Alpha}*\\.? (\\d{1,2})),? (\\d{4})");

  private EmbargoNote() {}

  /**
   * The one moment in {@code sentence} as WireTime reads it, else the sentence: what names none or
   * several has to hold the article until somebody has read it.
   */
  static String time(String sentence, ZoneId zone) {
    var found = ISO.matcher(sentence).results().map(m -> m.group()).toList();
    if (found.isEmpty()) {
      found = words(sentence);
    }
    return found.size() == 1 && WireTime.parse(found.get(0), zone).isPresent()
        ? found.get(0)
        : sentence;
  }

  private static List<String> words(String sentence) {
    return WORDS
        .matcher(sentence)
        .results()
        .map(
            m -> {
              var day = m.group(4) == null ? m.group(7) : m.group(4);
              var month = m.group(4) == null ? m.group(6) : m.group(5);
              return day
                  + " "
                  + month.substring(0, 1).toUpperCase(Locale.ROOT)
                  + month.substring(1).toLowerCase(Locale.ROOT)
                  + (" " + m.group(8) + " " + m.group(1) + ":" + m.group(2) + " +0000");
            })
        .toList();
  }
}
