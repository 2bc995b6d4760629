package org.copytaster.formats.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.BodyBuilder;

/**
 * Text whose lines were broken at a margin. A margin shows where nearly all lines are as long as it
 * and one of them goes on in the middle of a sentence; lists, tables and verse have none.
 */
public final class BrokenLines {

  private static final int NARROWEST = 36;
  private static final int WIDEST = 100;

  /** Of the margin, what the lines before the last fill at least. */
  private static final double FILLED = 0.6;

  /** How far back a bracket is looked for that is still open. */
  private static final int LONGEST_OPEN = 200;

  private static final Pattern ITEM =
      Pattern.compile(
          "^\\s*(?:[*\\u2022\\u00B7\\u2013\\u2014>-] ?|\\d{1,2}[.)] ).*", Pattern.DOTALL);
  private static final Pattern CELLS = Pattern.compile("\\t|\\S {3,}\\S");
  private static final Pattern INDENT = Pattern.compile("^(?: {2,}|\\t).*", Pattern.DOTALL);
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?:;\\u2026][\"'\\u201D\\u2019\\u00BB)]?\\s*$");

  private BrokenLines() {}

  /** The lines of one paragraph, joined with blanks if they were broken at a margin. */
  public static String joined(String paragraph) {
    if (paragraph.indexOf('\n') < 0 || CELLS.matcher(paragraph.strip()).find()) {
      return paragraph;
    }
    var lines = paragraph.strip().split("\\n", -1);
    Arrays.setAll(lines, i -> lines[i].strip());
    int margin = 0;
    boolean goesOn = false;
    for (int i = 0; i < lines.length; i++) {
      margin = Math.max(margin, lines[i].length());
      if (ITEM.matcher(lines[i]).matches() || lines[i].isBlank()) {
        return paragraph;
      }
      goesOn |= i > 0 && continues(lines[i - 1], lines[i]);
    }
    if (!goesOn || margin < NARROWEST || margin > WIDEST) {
      return paragraph;
    }
    long full = 0;
    for (int i = 0; i < lines.length - 1; i++) {
      full += lines[i].length() >= FILLED * margin ? 1 : 0;
    }
    return full * 5 >= (lines.length - 1) * 4L ? String.join(" ", lines) : paragraph;
  }

  /** Lines that are paragraphs, but for a sentence that an end of line has cut in the middle. */
  public static List<String> uncut(String text) {
    var paragraphs = new ArrayList<String>();
    for (var line : text.split("\\n", -1)) {
      int last = paragraphs.size() - 1;
      var before = last < 0 ? "" : paragraphs.get(last);
      var next = line.strip();
      if (next.isEmpty()) {
        continue;
      }
      if (!before.isEmpty() && !ITEM.matcher(next).matches() && cut(before, next)) {
        boolean wide = before.codePointBefore(before.length()) > 0x2E80;
        paragraphs.set(last, before + (wide ? "" : " ") + next);
      } else {
        paragraphs.add(next);
      }
    }
    return paragraphs;
  }

  private static boolean cut(String before, String next) {
    int open = before.length() > LONGEST_OPEN ? before.length() - LONGEST_OPEN : 0;
    int depth = 0;
    for (int i = open; i < before.length(); i++) {
      char c = before.charAt(i);
      depth += c == '(' || c == '\uFF08' ? 1 : c == ')' || c == '\uFF09' ? -1 : 0;
    }
    boolean closes = next.indexOf(')') >= 0 || next.indexOf('\uFF09') >= 0;
    return (depth > 0 && closes) || (before.length() > NARROWEST && continues(before, next));
  }

  private static boolean continues(String before, String next) {
    return !SENTENCE_END.matcher(before).find() && Character.isLowerCase(next.codePointAt(0));
  }

  /**
   * The paragraphs of a text in which a line that is indented begins one and a line that is not
   * goes on; none if the text is not set so.
   */
  public static List<String> indented(String text) {
    var lines = text.split("\\n", -1);
    int indented = 0;
    int flush = 0;
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        indented += INDENT.matcher(lines[i]).matches() ? 1 : 0;
        flush += INDENT.matcher(lines[i]).matches() ? 0 : 1;
      }
    }
    if (indented == 0 || flush == 0 || CELLS.matcher(text.strip()).find()) {
      return List.of();
    }
    var paragraphs = new ArrayList<String>();
    var paragraph = new StringBuilder();
    for (var line : lines) {
      if (line.isBlank() || INDENT.matcher(line).matches()) {
        add(paragraphs, paragraph);
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
    }
    add(paragraphs, paragraph);
    return paragraphs;
  }

  private static void add(List<String> paragraphs, StringBuilder paragraph) {
    if (!paragraph.toString().isBlank()) {
      paragraphs.add(paragraph.toString().strip());
    }
    paragraph.setLength(0);
  }

  /**
   * Adds plain text whose paragraphs stand between blank lines, each joined if it was broken, or
   * are indented.
   */
  public static void into(BodyBuilder body, String text) {
    for (var block : text.split("\\n[ \\t]*\\n", -1)) {
      var indented = indented(block);
      if (indented.isEmpty()) {
        body.add(joined(block));
      } else {
        indented.forEach(body::add);
      }
    }
  }
}
