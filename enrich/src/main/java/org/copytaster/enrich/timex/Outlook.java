package org.copytaster.enrich.timex;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.enrich.text.Table;

/**
 * Says whether a sentence looks ahead or back where an expression stands, from the nearest word of
 * tense in front of it. Nothing there means back: news tells what has happened.
 */
final class Outlook {

  private static final int REACH = 80;

  private final Pattern cues;
  private final Pattern near;

  Outlook() {
    var rows = Table.read(Outlook.class, "outlook.tsv").rows();
    var patterns =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(0),
                    Collectors.mapping(row -> row.get(1), Collectors.joining("|"))));
    near =
        TimexRule.compiled(
            "\\b(?:" + patterns.get("near") + ")(?: (?:the|about|around|early|late))? $");
    cues =
        TimexRule.compiled(
            "(?<ahead>\\b(?:"
                + patterns.get("ahead")
                + ")\\b)|\\b(?:"
                + patterns.get("back")
                + ")\\b");
  }

  /** What stands in front of a place, to be looked at when somebody asks. */
  View at(String characters, int paragraphBegin, int begin) {
    return new View(this, characters, paragraphBegin, begin);
  }

  /** The words in front of an expression. Most expressions do not depend on them. */
  record View(Outlook outlook, String characters, int paragraphBegin, int begin) {

    /** Whether they look ahead. */
    boolean ahead() {
      return outlook.ahead(characters, paragraphBegin, begin);
    }
  }

  private boolean ahead(String characters, int paragraphBegin, int begin) {
    int from = sentenceBegin(characters, Math.max(paragraphBegin, begin - REACH), begin);
    if (near.matcher(characters).region(from, begin).find()) {
      return true;
    }
    var matcher = cues.matcher(characters).region(from, begin);
    boolean ahead = false;
    while (matcher.find()) {
      ahead = matcher.group("ahead") != null;
    }
    return ahead;
  }

  private static int sentenceBegin(String characters, int from, int begin) {
    for (int i = begin - 2; i > from + 2; i--) {
      char mark = characters.charAt(i);
      boolean stop = mark == '.' || mark == '!' || mark == '?';
      if (stop
          && Character.isWhitespace(characters.charAt(i + 1))
          && Character.isLowerCase(characters.charAt(i - 1))
          && Character.isLowerCase(characters.charAt(i - 2))) {
        return i + 1;
      }
    }
    return from;
  }
}
