package org.copytaster.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Patterns that tell a zone by its wording, as they lie in {@code zone-rules.tsv}. */
final class ZoneRules {

  /** Longer lines are prose; this also keeps the time of the patterns within bounds. */
  private static final int LONGEST_LINE = 400;

  private static final int LONGEST_CREDIT = 120;
  private static final int LONGEST_DATELINE = 100;

  private record LineRule(Zone zone, Pattern pattern) {}

  private final List<LineRule> lines = new ArrayList<>();
  private final List<Pattern> dates = new ArrayList<>();
  private final List<Pattern> datelines = new ArrayList<>();
  private final List<Pattern> credits = new ArrayList<>();

  private ZoneRules() {}

  static ZoneRules read() {
    var rules = new ZoneRules();
    for (var row : Table.read(ZoneRules.class, "zone-rules.tsv").rows()) {
      rules.add(row.get(0), Pattern.compile(row.get(1)));
    }
    return rules;
  }

  private void add(String kind, Pattern pattern) {
    switch (kind) {
      case "date-only" -> dates.add(pattern);
      case "dateline-start" -> datelines.add(pattern);
      case "credit-end" -> credits.add(pattern);
      default -> lines.add(new LineRule(Zone.valueOf(kind), pattern));
    }
  }

  /** The zone of a whole line, if its wording alone tells. */
  Optional<Zone> ofLine(String line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    for (var rule : lines) {
      if (rule.pattern().matcher(line).matches()) {
        return Optional.of(rule.zone());
      }
    }
    return Optional.empty();
  }

  /** Whether the line says a date and nothing else. */
  boolean dateOnly(String line) {
    return line.length() <= LONGEST_CREDIT
        && dates.stream().anyMatch(date -> date.matcher(line).matches());
  }

  /** The offset after the dateline that the paragraph begins with, or 0. */
  int datelineEnd(String paragraph) {
    var start = paragraph.substring(0, Math.min(LONGEST_DATELINE, paragraph.length()));
    for (var pattern : datelines) {
      var matcher = pattern.matcher(start);
      if (matcher.lookingAt()) {
        return matcher.end();
      }
    }
    return 0;
  }

  /** The offset where the credit at the end of a caption begins, or 0. */
  int creditAtEnd(String paragraph) {
    int from = paragraph.lastIndexOf('(');
    if (from < 1 || paragraph.length() - from > LONGEST_CREDIT) {
      return 0;
    }
    var end = paragraph.substring(from);
    return credits.stream().anyMatch(credit -> credit.matcher(end).matches()) ? from : 0;
  }
}
