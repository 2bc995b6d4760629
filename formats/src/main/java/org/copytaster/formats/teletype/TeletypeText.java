package org.copytaster.formats.teletype;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Draft;

/** The running text of teletype copy: lines that were broken at a margin become paragraphs. */
final class TeletypeText {

  private static final int WIDEST = 90;
  private static final int BEGINNING = 4;
  private static final Pattern PLACE =
      Pattern.compile(
          "^(\\p{Lu}[^()\\n]{1,70}?) (?:\\(([\\p{L}/. ]{2,20})\\)|(?<=\\d )(\\p{Lu}\\p{L}{1,12}))"
              + " ?(?:_|--?|\\u2013|\\u2014) ");
  private static final Pattern INDENT = Pattern.compile("^(?:\\t| {2,}).*");

  /** What the codes at the end of a line leave of it. */
  private static final Pattern ENDS = Pattern.compile("\\s*[<=]+!?\\s*$");

  private static final Pattern HARD = Pattern.compile("[<=][\\x10\\s]*$");
  private static final Pattern SPACES = Pattern.compile("[\\x1e\\x1f]+(?: *[\\x1e\\x1f]+)*");

  private final Draft draft;
  private final List<String> lines = new ArrayList<>();

  TeletypeText(Draft draft) {
    this.draft = draft;
  }

  /** A caret begins a line of its own, which ends a line before it and is not filled up. */
  void add(String line) {
    if (!line.startsWith("^")) {
      lines.add(line.startsWith("\b^") ? "\b" + line.substring(2) : line);
      return;
    }
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
      int last = lines.size() - 1;
      lines.set(last, ENDS.matcher(lines.get(last)).replaceFirst("") + "=");
    }
    lines.add(ENDS.matcher(line.substring(1)).replaceFirst("") + "=");
  }

  /** Sets the body, and the dateline that it begins with; it stays in the body. */
  Draft into() {
    var body = new BodyBuilder();
    int margin =
        lines.stream()
            .filter(line -> !row(line))
            .map(line -> Tape.plain(line).stripTrailing())
            .filter(line -> line.strip().indexOf(' ') > 0) // an address cannot be broken
            .mapToInt(String::length)
            .max()
            .orElse(0);
    var paragraph = new StringBuilder();
    var before = "";
    for (var line : lines) {
      var plain = Tape.plain(line);
      if (plain.isBlank() || parted(before, line)) {
        body.add(paragraph.toString());
        paragraph.setLength(0);
      }
      if (!paragraph.isEmpty()) {
        boolean broken =
            margin <= WIDEST && !row(line) && !row(before) && !HARD.matcher(before).find();
        paragraph.append(
            broken && full(Tape.plain(before).stripTrailing(), plain, margin) ? ' ' : '\n');
      }
      paragraph.append(row(line) ? cells(line) : ENDS.matcher(plain).replaceFirst("").strip());
      before = line;
    }
    body.add(paragraph.toString());
    said(body.text());
    return draft.body(body);
  }

  /** Takes the dateline and the notes to editors out of a text that is not changed. */
  void said(String text) {
    place(text);
    notes(text);
  }

  /**
   * Heeds the notes to editors in the text, which stay in it, and a kill or a hold that stands at
   * its beginning as a line of its own.
   */
  private void notes(String text) {
    int paragraph = 0;
    for (var each : text.split("\\n{2,}", -1)) {
      if (VersionWords.note(each)) {
        draft.edNote(each);
        VersionWords.heed(each, draft);
      } else if (paragraph < BEGINNING && VersionWords.are(each)) {
        VersionWords.apply(each, draft);
      }
      paragraph++;
    }
  }

  /** Whether a paragraph ends between two lines; the rows of a table stay together. */
  private static boolean parted(String before, String line) {
    if (row(line) || row(before)) {
      return row(line) != row(before);
    }
    return INDENT.matcher(Tape.plain(line)).matches();
  }

  /** Whether a line is a row: it has cells, or the code for the tables of old. */
  static boolean row(String line) {
    return line.chars().filter(c -> c == ';' || c == 0x1F || c == 0x1E).count() > 2
        || line.startsWith("\b");
  }

  private static String cells(String line) {
    var plain =
        line.chars().filter(c -> c == ';').count() > 2 ? line.replace(';', '\t') : cut(line);
    var cells = ENDS.matcher(Tape.plain(plain)).replaceFirst("").split("\t", -1);
    return Arrays.stream(cells)
        .map(String::strip)
        .collect(Collectors.joining("\t"))
        .stripTrailing();
  }

  /** Spaces of the typesetter between words that are not blanks part cells. */
  private static String cut(String line) {
    return SPACES.matcher(line).replaceAll("\t");
  }

  /** Whether the first word of {@code next} would not have fitted on the line before. */
  private static boolean full(String before, String next, int margin) {
    int word = next.strip().split("\\s", 2)[0].length();
    return before.length() <= margin && before.length() + 1 + word > margin && word > 0;
  }

  private void place(String text) {
    var found = PLACE.matcher(text);
    if (found.find()) {
      draft.dateline(found.group(1));
      if (draft.article().getCreditline() == null) {
        draft.creditline(found.group(2) == null ? found.group(3) : found.group(2));
      }
    }
  }

  /** The guid over all versions: they share source, day and keyword line, and no number. */
  static String guid(String format, String source, String day, String keyword) {
    return Pattern.compile("[\\s:]+")
        .splitAsStream("urn " + format + " " + source + " " + day + " " + keyword)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(":"));
  }
}
