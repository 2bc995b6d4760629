package org.copytaster.formats.teletype;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Draft;
import org.copytaster.schemas.record.Signal;

/** What the words of a version line say of an article: which version it is, and its status. */
final class VersionWords {

  /** A kind and how it is written. */
  private record Word(String kind, Pattern pattern) {}

  private static final List<Word> WORDS =
      WordTable.of("version-words.tsv").stream()
          .map(
              line ->
                  new Word(
                      line[0],
                      Pattern.compile(line[1], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
          .toList();

  private static final List<Pattern> NOTE_KILLS =
      WordTable.of("note-words.tsv").stream()
          .map(line -> Pattern.compile(line[0], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
          .toList();
  private static final Pattern NOTE =
      Pattern.compile(
          "^[\\s(*-]*(?:eds\\b|editors?['\u2019]?s? notes?\\b|editors\\b|notes? to editors?\\b"
              + "|attention,? editors?\\b|ed\\.? note\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADD =
      Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th|\\.)? ?)?add", Pattern.CASE_INSENSITIVE);

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

  /** Whether {@code line} is a note to editors, and not about the world. */
  static boolean note(String line) {
    return NOTE.matcher(line).find();
  }

  /** The take that a version line names, {@code +add-2}: a further text and no later version. */
  static String take(String line) {
    for (var part : parts(line)) {
      var add = ADD.matcher(part);
      if (add.matches()) {
        return " add-" + (add.group(1) == null ? "1" : add.group(1));
      }
    }
    return "";
  }

  /**
   * Heeds a kill that a note to editors tells in a sentence: it may name another story, which only
   * its reader can find. All else that a note says is judged with the words of all fields.
   */
  static void heed(String note, Draft draft) {
    if (NOTE_KILLS.stream().anyMatch(kill -> kill.matcher(note).find())) {
      meaning("kill", 1, note, draft);
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
      case "withhold" -> draft.pubStatus("withheld").signal(Signal.WITHHOLD);
      case "correction" -> draft.signal(Signal.CORRECTION);
      case "lead" -> draft.version(Integer.toString(number + 1)).signal(Signal.UPDATE);
      case "update" -> draft.signal(Signal.UPDATE);
      case "advisory" -> draft.signal(Signal.ADVISORY);
      case "test" -> draft.signal(Signal.TEST);
      default -> draft.extra("version-line", words);
    }
  }
}
