package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What each line would be by its wording and a few conventions alone: a short first line is the
 * headline, a date below it the page's, a paragraph above a lone date a teaser, one that ends in a
 * credit a caption. Right often enough that the model is told of it, above all in short texts,
 * where there is little else to go by.
 */
final class ZoneGuess {

  private static final int LONGEST_TEASER = 600;
  private static final int LONGEST_HEADLINE = 200;

  private final ZoneLines lines;
  private final ZoneRules rules;
  private final List<Zone> zones = new ArrayList<>();

  private ZoneGuess(ZoneLines lines, ZoneRules rules) {
    this.lines = lines;
    this.rules = rules;
  }

  /** One zone a line. */
  static List<Zone> of(ZoneLines lines, ZoneRules rules, boolean wholeText) {
    var guess = new ZoneGuess(lines, rules);
    for (int i = 0; i < lines.size(); i++) {
      var known = lines.line(i).known();
      var rule = known == null ? lines.rule(i) : known;
      guess.zones.add(rule == null ? Zone.BODY : rule);
    }
    guess.captions();
    guess.head(wholeText);
    guess.teasers();
    return guess.zones;
  }

  private boolean open(int i) {
    return lines.line(i).known() == null && zones.get(i) == Zone.BODY && !lines.dateOnly(i);
  }

  private void captions() {
    for (int i = 0; i < zones.size(); i++) {
      if (!open(i)) {
        continue;
      }
      boolean more = i + 1 < zones.size();
      boolean credited =
          (more && zones.get(i + 1) == Zone.CREDIT && lines.line(i + 1).known() == null && i > 0)
              || rules.creditAtEnd(lines.surface(i)) > 0;
      boolean doubled = more && open(i + 1) && lines.doubles(i, i + 1);
      if (credited || doubled) {
        zones.set(i, Zone.CAPTION);
      }
      if (doubled) {
        zones.set(i + 1, Zone.CAPTION);
      }
    }
  }

  private void head(boolean wholeText) {
    int open = 0;
    for (int i = 0; i < zones.size() && open < 2; i++) {
      open += open(i) ? 1 : 0;
    }
    boolean headline = !wholeText || open < 2;
    for (int i = 0; i < zones.size(); i++) {
      if (lines.line(i).known() != null || zones.get(i) != Zone.BODY) {
        continue;
      }
      if (lines.dateOnly(i)) {
        zones.set(i, Zone.DATELINE);
      } else if (!headline && isHeadline(lines.surface(i))) {
        zones.set(i, Zone.HEADLINE);
        headline = true;
      } else {
        return;
      }
    }
  }

  private boolean isHeadline(String line) {
    return line.length() <= LONGEST_HEADLINE
        && ".,;:".indexOf(line.charAt(line.length() - 1)) < 0
        && rules.datelineEnd(line) == 0;
  }

  private void teasers() {
    boolean inBody = false;
    for (int i = 0; i < zones.size(); i++) {
      if (!lines.dateOnly(i) || zones.get(i) != Zone.BODY) {
        boolean beforeDate = i + 1 < zones.size() && lines.dateOnly(i + 1);
        inBody = inBody || (zones.get(i) == Zone.BODY && !beforeDate);
        continue;
      }
      if (inBody && open(i - 1) && lines.line(i - 1).span().length() <= LONGEST_TEASER) {
        zones.set(i - 1, Zone.TEASER);
        zones.set(i, Zone.TEASER);
      } else {
        zones.set(i, Zone.DATELINE);
      }
    }
  }
}
