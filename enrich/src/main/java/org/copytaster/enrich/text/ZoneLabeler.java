package org.copytaster.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what each stretch of a text is, from its wording and from its neighbours. It labels and
 * never deletes. A date that stands alone under a paragraph in the middle of the body belongs to
 * the teaser of another article.
 */
public final class ZoneLabeler {

  /** Name and version of the rule set. */
  public static final String ENGINE = "zone-rules/1";

  private static final int SHORTEST_DOUBLE = 30;
  private static final int LONGEST_TEASER = 600;
  private static final int LONGEST_HEADLINE = 200;

  private final ZoneRules rules;

  private ZoneLabeler(ZoneRules rules) {
    this.rules = rules;
  }

  /** Labels English news copy and pages. */
  public static ZoneLabeler english() {
    return new ZoneLabeler(ZoneRules.read());
  }

  /**
   * Labels what {@code known} leaves open.
   *
   * @param known zones that are certain, in order, apart and inside the characters
   * @return zones that cover the text but for white space, in order
   */
  public List<ZonedSpan> label(String characters, List<ZonedSpan> known) {
    var lines = lines(characters, known);
    labelByWording(characters, lines);
    labelCaptions(characters, lines);
    labelHead(characters, lines, known.isEmpty());
    labelTeasers(lines);
    return merged(characters, split(characters, lines));
  }

  private static List<Line> lines(String characters, List<ZonedSpan> known) {
    var lines = new ArrayList<Line>();
    int open = 0;
    for (var zone : known) {
      addOpen(characters, new Span(open, zone.begin()), lines);
      lines.add(new Line(zone.span(), zone.zone(), true));
      open = zone.end();
    }
    addOpen(characters, new Span(open, characters.length()), lines);
    return lines;
  }

  private static void addOpen(String characters, Span gap, List<Line> lines) {
    for (var span : Paragraphs.in(characters, gap)) {
      lines.add(new Line(span, Zone.BODY, false));
    }
  }

  private void labelByWording(String characters, List<Line> lines) {
    for (var line : lines) {
      if (!line.known) {
        var surface = line.span.surface(characters);
        line.zone = rules.ofLine(surface).orElse(Zone.BODY);
        line.dateOnly = rules.dateOnly(surface);
      }
    }
  }

  /** A picture's text stands above its credit, ends in it, or is there twice. */
  private void labelCaptions(String characters, List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!line.open()) {
        continue;
      }
      var next = i + 1 < lines.size() ? lines.get(i + 1) : line;
      boolean credited =
          (next.zone == Zone.CREDIT && !next.known && i > 0)
              || rules.creditAtEnd(line.span.surface(characters)) > 0;
      boolean doubled = next != line && next.open() && doubles(characters, line, next);
      if (credited || doubled) {
        line.zone = Zone.CAPTION;
      }
      if (doubled) {
        next.zone = Zone.CAPTION;
      }
    }
  }

  private static boolean doubles(String characters, Line line, Line next) {
    int shorter = Math.min(line.span.length(), next.span.length());
    if (shorter < SHORTEST_DOUBLE) {
      return false;
    }
    int same = 0;
    while (same < shorter
        && alike(
            characters.charAt(line.span.begin() + same),
            characters.charAt(next.span.begin() + same))) {
      same++;
    }
    return same >= SHORTEST_DOUBLE && 10 * same >= 8 * shorter;
  }

  private static boolean alike(char a, char b) {
    return a == b || (isQuote(a) && isQuote(b));
  }

  private static boolean isQuote(char character) {
    return "'’‘\"“”".indexOf(character) >= 0;
  }

  /**
   * The first line is the headline if it is short and no sentence; a date below it is the page's.
   */
  private void labelHead(String characters, List<Line> lines, boolean wholeText) {
    boolean headline = !wholeText || lines.stream().filter(l -> l.open()).limit(2).count() < 2;
    for (var line : lines) {
      if (line.known || line.zone != Zone.BODY) {
        continue;
      }
      if (line.dateOnly) {
        line.zone = Zone.DATELINE;
      } else if (!headline && isHeadline(line.span.surface(characters))) {
        line.zone = Zone.HEADLINE;
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

  private static void labelTeasers(List<Line> lines) {
    boolean inBody = false;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!line.dateOnly || line.zone != Zone.BODY) {
        inBody = inBody || (line.zone == Zone.BODY && !beforeDate(lines, i));
        continue;
      }
      var summary = i > 0 ? lines.get(i - 1) : line;
      if (inBody && summary != line && summary.open() && summary.span.length() <= LONGEST_TEASER) {
        summary.zone = Zone.TEASER;
        line.zone = Zone.TEASER;
      } else {
        line.zone = Zone.DATELINE;
      }
    }
  }

  private static boolean beforeDate(List<Line> lines, int i) {
    return i + 1 < lines.size() && lines.get(i + 1).dateOnly;
  }

  /** Cuts datelines and credits off the paragraphs that they stand in. */
  private List<ZonedSpan> split(String characters, List<Line> lines) {
    var zones = new ArrayList<ZonedSpan>();
    boolean first = lines.stream().noneMatch(line -> line.zone == Zone.DATELINE && line.known);
    for (var line : lines) {
      var surface = line.span.surface(characters);
      int begin = line.span.begin();
      int cut = 0;
      if (!line.known && line.zone == Zone.BODY && first) {
        cut = rules.datelineEnd(surface);
        first = false;
      } else if (!line.known && line.zone == Zone.CAPTION) {
        int credit = rules.creditAtEnd(surface);
        if (credit > 0) {
          zones.add(new ZonedSpan(new Span(begin, begin + credit), Zone.CAPTION));
          zones.add(new ZonedSpan(new Span(begin + credit, line.span.end()), Zone.CREDIT));
          continue;
        }
      }
      if (cut > 0) {
        zones.add(new ZonedSpan(new Span(begin, begin + cut), Zone.DATELINE));
      }
      zones.add(new ZonedSpan(new Span(begin + cut, line.span.end()), line.zone));
    }
    return zones;
  }

  private static List<ZonedSpan> merged(String characters, List<ZonedSpan> zones) {
    var merged = new ArrayList<ZonedSpan>();
    for (var zone : zones) {
      var trimmed = Paragraphs.trimmed(characters, zone.begin(), zone.end());
      if (trimmed.length() == 0) {
        continue;
      }
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).zone() == zone.zone()) {
        var joined = new Span(merged.get(last).begin(), trimmed.end());
        merged.set(last, new ZonedSpan(joined, zone.zone()));
      } else {
        merged.add(new ZonedSpan(trimmed, zone.zone()));
      }
    }
    return merged;
  }

  /** A paragraph on its way to a zone. */
  private static final class Line {
    private final Span span;
    private final boolean known;
    private Zone zone;
    private boolean dateOnly;

    private Line(Span span, Zone zone, boolean known) {
      this.span = span;
      this.zone = zone;
      this.known = known;
    }

    private boolean open() {
      return !known && zone == Zone.BODY && !dateOnly;
    }
  }
}
