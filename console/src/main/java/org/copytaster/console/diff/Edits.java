package org.copytaster.console.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What becomes of the words of a line. */
final class Edits {

  /** A number with its separators is one word; so is each mark. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\d+(?:[.,'\\u2019:]\\d+)*|[\\p{L}\\p{M}]+(?:['\\u2019-][\\p{L}\\p{M}]+)*|\\s+|.",
          Pattern.DOTALL);

  private Edits() {}

  enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /** A run of characters, blanks and all, of which the same became. */
  record Edit(Kind kind, String text) {}

  static List<String> words(String line) {
    var words = new ArrayList<String>();
    var each = WORD.matcher(line);
    while (each.find()) {
      words.add(each.group());
    }
    return words;
  }

  /** The same, removed and added runs, removed before added. */
  static List<Edit> between(String before, String after) {
    var from = words(before);
    var to = words(after);
    var alignment = Alignment.of(from, to);
    var edits = new ArrayList<Edit>();
    int at = 0;
    for (var gap : alignment.gaps(to.size())) {
      add(edits, Kind.SAME, from.subList(at, gap.begin()));
      add(edits, Kind.REMOVED, from.subList(gap.begin(), gap.end()));
      add(edits, Kind.ADDED, to.subList(gap.afterBegin(), gap.afterEnd()));
      at = gap.end();
    }
    add(edits, Kind.SAME, from.subList(at, from.size()));
    return joined(edits);
  }

  /** A blank between two replaced words is replaced with them: what reads as one is one. */
  private static List<Edit> joined(List<Edit> edits) {
    var joined = new ArrayList<Edit>();
    var removed = new StringBuilder();
    var added = new StringBuilder();
    for (int i = 0; i < edits.size(); i++) {
      var edit = edits.get(i);
      boolean within = i > 0 && i < edits.size() - 1;
      if (edit.kind() == Kind.REMOVED) {
        removed.append(edit.text());
      } else if (edit.kind() == Kind.ADDED) {
        added.append(edit.text());
      } else if (within && edit.text().isBlank() && !removed.isEmpty() && !added.isEmpty()) {
        removed.append(edit.text());
        added.append(edit.text());
      } else {
        flush(joined, removed, added);
        joined.add(edit);
      }
    }
    flush(joined, removed, added);
    return joined;
  }

  private static void flush(List<Edit> edits, StringBuilder removed, StringBuilder added) {
    if (!removed.isEmpty()) {
      edits.add(new Edit(Kind.REMOVED, removed.toString()));
    }
    if (!added.isEmpty()) {
      edits.add(new Edit(Kind.ADDED, added.toString()));
    }
    removed.setLength(0);
    added.setLength(0);
  }

  private static void add(List<Edit> edits, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      edits.add(new Edit(kind, String.join("", words)));
    }
  }
}
