package org.copytaster.ingest.format.teletype;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.ingest.copy.Paragraphs;

/** The running text of teletype copy: lines that were broken at a margin become paragraphs. */
final class Story {

  private static final int WIDEST = 90;
  private static final Pattern PLACE =
      Pattern.compile(
          "^(\\p{Lu}[^()\\n]{1,70}?) (?:\\(([\\p{L}/. ]{2,20})\\)|(\\p{Lu}\\p{L}{1,12}))"
              + " ?(?:_|--?|\\u2013|\\u2014) ");
  private static final Pattern INDENT = Pattern.compile("^(?:\\t| {2,}).*");

  private final Draft draft;
  private final List<String> lines = new ArrayList<>();

  Story(Draft draft) {
    this.draft = draft;
  }

  void add(String line) {
    lines.add(Tape.plain(line));
  }

  /** Sets the body, and the dateline that it begins with; it stays in the body. */
  Draft into(boolean tabular) {
    var body = new Paragraphs();
    int margin = lines.stream().mapToInt(line -> line.stripTrailing().length()).max().orElse(0);
    boolean broken = margin <= WIDEST && !tabular;
    var paragraph = new StringBuilder();
    var before = "";
    for (var line : lines) {
      var cells = line.chars().filter(c -> c == ';').count() > 2 ? line.replace(';', '\t') : line;
      boolean begins = INDENT.matcher(line).matches() && !tabular;
      if (line.isBlank() || begins) {
        body.add(paragraph.toString());
        paragraph.setLength(0);
      }
      if (!paragraph.isEmpty()) {
        paragraph.append(broken && full(before, line, margin) ? ' ' : '\n');
      }
      paragraph.append(tabular ? cells.stripTrailing() : cells.strip());
      before = line.stripTrailing();
    }
    body.add(paragraph.toString());
    place(body.text());
    return draft.body(body);
  }

  /** Whether the first word of {@code next} would not have fitted on the line before. */
  private static boolean full(String before, String next, int margin) {
    int word = next.strip().split("\\s", 2)[0].length();
    return before.length() + 1 + word > margin && word > 0;
  }

  private void place(String text) {
    var found = PLACE.matcher(text);
    if (found.find()) {
      draft.dateline(found.group(1));
      draft.creditline(found.group(2) == null ? found.group(3) : found.group(2));
    }
  }

  /** The guid over all versions: they share source, day and keyword line, and no number. */
  static String guid(String format, String source, Instant day, String keyword) {
    return Pattern.compile("[\\s:]+")
        .splitAsStream(
            "urn " + format + " " + source + " " + day.toString().substring(0, 10) + " " + keyword)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(":"));
  }
}
