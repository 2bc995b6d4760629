package org.copytaster.ingest.format.teletype;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.schemas.record.Signal;

/** What the words of a version line say of an article: which version it is, and its status. */
final class VersionWords {

  /** A kind and how it is written. */
  private record Word(String kind, Pattern pattern) {}

  private static final List<Word> WORDS =
      Lines.of("version-words.tsv").stream()
          .map(
              line ->
                  new Word(
                      line[0],
                      Pattern.compile(line[1], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
          .toList();

  private VersionWords() {}

  /** Whether the whole of {@code line} is words of a version line. */
  static boolean are(String line) {
    return line.length() < 80
        && WORDS.stream().anyMatch(word -> word.pattern().matcher(bare(line)).matches());
  }

  /** Says of {@code draft} what {@code line} says; the words of unknown meaning stay out of it. */
  static void apply(String line, Draft draft) {
    for (var part : parts(line)) {
      for (var word : WORDS) {
        var found = word.pattern().matcher(part);
        if (found.matches()) {
          var number = found.groupCount() > 0 ? found.group(1) : null;
          meaning(word.kind(), number == null ? 1 : Integer.parseInt(number), part, draft);
          break;
        }
      }
    }
  }

  private static List<String> parts(String line) {
    var parts = new ArrayList<String>();
    for (var part : line.split("[,;]", -1)) {
      parts.add(bare(part));
    }
    return parts;
  }

  private static String bare(String part) {
    return part.strip().replaceAll("^[\\s(:-]+|[\\s):=+.!-]+$", "");
  }

  private static void meaning(String kind, int number, String words, Draft draft) {
    switch (kind) {
      case "kill" -> draft.pubStatus("canceled").signal(Signal.KILL);
      case "withhold" -> draft.pubStatus("withheld");
      case "embargo" -> draft.embargoed(words);
      case "correction" -> draft.signal(Signal.CORRECTION);
      case "lead" -> draft.version(Integer.toString(number + 1)).signal(Signal.UPDATE);
      case "update" -> draft.signal(Signal.UPDATE);
      case "advisory" -> draft.signal(Signal.ADVISORY);
      case "test" -> draft.signal(Signal.TEST);
      default -> draft.extra("version-line", words);
    }
  }
}
