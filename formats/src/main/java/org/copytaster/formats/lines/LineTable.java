package org.copytaster.formats.lines;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.formats.text.ResourceLines;

/** What is known of the words in such lines. */
final class LineTable {

  private static final Set<String> AGENCIES = words("agencies.tsv");
  private static final Set<String> ROLES = words("roles.tsv");
  private static final Set<String> NO_PLACES = words("no-places.tsv");
  private static final List<Pattern> NOTES =
      lines("notes.tsv").stream()
          .map(
              line ->
                  Pattern.compile(
                      line, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL))
          .toList();

  private LineTable() {}

  /** Whether this is an agency, or several with slashes between. */
  static boolean agency(String name) {
    var word = word(name);
    return AGENCIES.contains(word)
        || (word.indexOf('/') > 0
            && Pattern.compile(" ?/ ?").splitAsStream(word).anyMatch(AGENCIES::contains));
  }

  /** Whether a line ends with what a writer is. */
  static boolean role(String line) {
    var word = word(line);
    return ROLES.contains(word.substring(word.lastIndexOf(' ') + 1));
  }

  /** Whether the first word of something in capitals says that it is no place. */
  static boolean noPlace(String capitals) {
    return NO_PLACES.contains(word(capitals).split("[^\\p{L}]", 2)[0]);
  }

  static boolean note(String paragraph) {
    return NOTES.stream().anyMatch(note -> note.matcher(paragraph).matches());
  }

  private static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String table) {
    return lines(table).stream()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> lines(String table) {
    return ResourceLines.of(LineTable.class, table).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }
}
