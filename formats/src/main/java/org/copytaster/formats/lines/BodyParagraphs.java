package org.copytaster.formats.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a body, each with the zone that its reader has given it. */
final class BodyParagraphs {

  /**
   * One of them.
   *
   * @param zone null for running text
   */
  record Paragraph(String text, @Nullable Zone zone) {

    /** Whether it is running text of one line. */
    boolean line() {
      return zone == null && text.indexOf('\n') < 0;
    }
  }

  private static final Pattern LABEL = Pattern.compile("^[^:\\n]{2,40}(?:: | - )");

  /** Of what is behind a label, so that a name alone is no headline. */
  private static final int SHORTEST = 20;

  private static final String BREAK = "\n\n";
  private static final Pattern ROW =
      Pattern.compile("\\t|\\S {3,}\\S|\\S {2,}\\S.*\\S {2,}\\S|^ *\\d+ ?[-_.\\u2014] .*");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  final List<Paragraph> list = new ArrayList<>();
  private boolean changed;

  BodyParagraphs(Article.Builder article) {
    var body = article.getBody();
    var zones = article.hasZones() ? article.getZones() : List.<ZoneSpan>of();
    int next = 0;
    for (int begin = 0; begin < body.length(); ) {
      int end = body.indexOf(BREAK, begin);
      end = end < 0 ? body.length() : end;
      while (next < zones.size() && zones.get(next).getEnd() <= begin) {
        next++;
      }
      boolean within = next < zones.size() && zones.get(next).getBegin() <= begin;
      list.add(
          new Paragraph(body.substring(begin, end), within ? zones.get(next).getZone() : null));
      begin = end + BREAK.length();
    }
  }

  Paragraph get(int at) {
    return list.get(at);
  }

  int size() {
    return list.size();
  }

  /** How many paragraphs of running text there are. */
  long running() {
    return list.stream().filter(paragraph -> paragraph.zone() == null).count();
  }

  /** Whether most lines are rows: with cells, or with more figures and columns than words. */
  boolean table() {
    long rows = 0;
    long lines = 0;
    for (var paragraph : list) {
      for (var line : paragraph.text().split("\n", -1)) {
        lines++;
        rows += ROW.matcher(line.stripTrailing()).find() ? 1 : 0;
      }
    }
    return lines > 3 && rows * 5 >= lines * 3;
  }

  void remove(int at) {
    list.remove(at);
    changed = true;
  }

  void set(int at, String text) {
    if (!text.equals(get(at).text())) {
      list.set(at, new Paragraph(text, get(at).zone()));
      changed = true;
    }
  }

  /** Writes them back if any has changed. */
  void into(Article.Builder article) {
    if (changed) {
      var body = new BodyBuilder();
      list.forEach(paragraph -> body.add(paragraph.text(), paragraph.zone()));
      body.into(article);
    }
  }

  /** Whether two lines say the same, whatever their capitals and marks. */
  static boolean same(String one, String other) {
    return letters(one).equals(letters(other));
  }

  /** Whether a line says the headline once more, with or without the word before its colon. */
  static boolean repeats(String line, String headline) {
    var behind = LABEL.matcher(headline).replaceFirst("");
    return same(line, headline) || (behind.length() > SHORTEST && same(line, behind));
  }

  private static String letters(String text) {
    return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
