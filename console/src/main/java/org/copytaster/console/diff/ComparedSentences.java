package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Cuts a text into sentences. */
final class ComparedSentences {

  private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t\\r]*\\n\\s*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

  /** Zones that are compared as fields, each with the field that says the same. */
  private static final Map<String, String> FIELDS =
      Map.of("HEADLINE", "headline", "BYLINE", "byline", "DATELINE", "dateline");

  /** So much of a text is compared, in UTF-16 units: more than any news, and a second's work. */
  static final int LONGEST = 1_000_000;

  private final String text;
  private final Locale locale;
  private final List<Sentence> sentences = new ArrayList<>();

  private ComparedSentences(String text, Locale locale) {
    this.text = text;
    this.locale = locale;
  }

  /**
   * A sentence.
   *
   * @param begin in the version's text, UTF-16, inclusive
   * @param end exclusive
   * @param text on one line
   */
  record Sentence(int begin, int end, String text) {}

  /** All of a version, up to a bound, but what its fields say as well. */
  static List<Sentence> of(ComparedVersion version) {
    int length = Math.min(version.text().length(), LONGEST);
    var cutter =
        new ComparedSentences(
            version.text(), Locale.forLanguageTag(version.language().replace('_', '-')));
    int at = 0;
    for (var zone : version.tags().path("zones")) {
      int begin = zone.path("begin").asInt();
      int end = Math.min(zone.path("end").asInt(), length);
      if (begin >= at && end > begin && isField(zone, version.article())) {
        cutter.paragraphs(at, begin);
        at = end;
      }
    }
    cutter.paragraphs(at, length);
    return cutter.sentences;
  }

  private static boolean isField(JsonNode zone, JsonNode article) {
    var field = FIELDS.get(zone.path("zone").asText());
    return field != null && article.path(field).isTextual();
  }

  private void paragraphs(int begin, int end) {
    var breaks = PARAGRAPH.matcher(text).region(begin, end);
    int at = begin;
    while (breaks.find()) {
      paragraph(at, breaks.start());
      at = breaks.end();
    }
    paragraph(at, end);
  }

  /** Lines of hard-wrapped copy are no sentences: a line's end counts as a blank. */
  private void paragraph(int begin, int end) {
    var paragraph = text.substring(begin, end).replace('\n', ' ').replace('\r', ' ');
    var breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(paragraph);
    int at = 0;
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      sentence(begin, paragraph, at, next);
      at = next;
    }
  }

  private void sentence(int offset, String paragraph, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && Character.isWhitespace(paragraph.charAt(begin))) {
      begin++;
    }
    while (end > begin && Character.isWhitespace(paragraph.charAt(end - 1))) {
      end--;
    }
    if (begin < end) {
      var line = BLANKS.matcher(paragraph.substring(begin, end)).replaceAll(" ");
      sentences.add(new Sentence(offset + begin, offset + end, line));
    }
  }
}
