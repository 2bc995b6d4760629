package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what each stretch of a text is, and how sure that is, from its wording, its shape, its
 * neighbours, its place and from what of it stands elsewhere. It labels and never deletes. It is
 * pure and may be shared by threads.
 */
public final class ZoneLabeler {

  /** Name and version of the rules and the model. */
  public static final String ENGINE = "zones/2";

  /**
   * A paragraph of the body that no tagger reads is a worse mistake than a button that is read, so
   * another zone has to be so much more likely, unless convention speaks for it, too.
   */
  private static final double BODY_COSTS = 2;

  /** An article begins with one dateline; it is not looked for far below. */
  private static final int LAST_DATELINE = 6;

  private final ZoneRules rules;
  private final ZoneModel model;

  /** A labeler of these rules and this model; it holds no state and may be shared. */
  public ZoneLabeler(ZoneRules rules, ZoneModel model) {
    this.rules = rules;
    this.model = model;
  }

  /** Labels English news copy and pages. */
  public static ZoneLabeler english() {
    return new ZoneLabeler(ZoneRules.read(), ZoneModel.read());
  }

  /**
   * Labels what {@code known} leaves open.
   *
   * @param known zones that are certain, in order, apart and inside the characters
   * @return zones that cover the text but for white space, in order; what is known keeps its own
   *     confidence
   */
  public List<ZonedSpan> label(String characters, List<ZonedSpan> known) {
    var lines = ZoneLines.of(characters, known, rules);
    var likely = model.likely(lines);
    var cuts = new ZoneCuts(rules, known.stream().noneMatch(z -> z.zone() == Zone.DATELINE));
    var decided = decided(lines, likely);
    int paragraphs = 0;
    int given = 0;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.line(i);
      var zone = decided.get(i);
      if (line.known() != null) {
        cuts.add(line.span(), zone, known.get(given++).confidence());
        continue;
      }
      paragraphs += zone == Zone.BODY ? 1 : 0;
      var stretch = new ZonedSpan(line.span(), zone, likely[i][ZoneModel.ZONES.indexOf(zone)]);
      cuts.cut(stretch, lines.surface(i), paragraphs <= LAST_DATELINE);
    }
    return merged(characters, cuts.zones());
  }

  private static List<Zone> decided(ZoneLines lines, double[][] likely) {
    var zones = new ArrayList<Zone>();
    for (int i = 0; i < lines.size(); i++) {
      var known = lines.line(i).known();
      boolean alone = lines.size() == 1;
      zones.add(
          known != null ? known : alone ? alone(likely[i]) : decide(likely[i], lines.guess(i)));
    }
    for (int i = 1; i < zones.size(); i++) {
      if (datesWhatIsAbove(lines, zones, i)) {
        zones.set(i - 1, Zone.TEASER);
      }
    }
    return zones;
  }

  /** The date of a teaser is either below its summary or above it. */
  private static boolean datesWhatIsAbove(ZoneLines lines, List<Zone> zones, int date) {
    boolean above = date + 1 == zones.size() || zones.get(date + 1) != Zone.TEASER;
    return above
        && lines.dateOnly(date)
        && zones.get(date) == Zone.TEASER
        && lines.line(date - 1).known() == null
        && zones.get(date - 1) == Zone.BODY
        && lines.guess(date - 1) == Zone.TEASER;
  }

  /** A text of one line is a headline of nothing, and a teaser for nothing. */
  private static Zone alone(double[] likely) {
    var zone = decide(likely, Zone.BODY);
    return zone == Zone.HEADLINE || zone == Zone.TEASER ? Zone.BODY : zone;
  }

  private static Zone decide(double[] likely, Zone guess) {
    int best = ZoneModel.ZONES.indexOf(Zone.BODY);
    double most = likely[best] * BODY_COSTS;
    for (int z = 0; z < likely.length; z++) {
      double chance = likely[z] * (ZoneModel.ZONES.get(z) == guess ? BODY_COSTS : 1);
      if (chance > most) {
        best = z;
        most = chance;
      }
    }
    return ZoneModel.ZONES.get(best);
  }

  /** Joins neighbours of one zone; their confidence is the mean of their characters. */
  private static List<ZonedSpan> merged(String characters, List<ZonedSpan> zones) {
    var merged = new ArrayList<ZonedSpan>();
    double weighed = 0;
    int weight = 0;
    for (var zone : zones) {
      var trimmed = Paragraphs.trimmed(characters, zone.begin(), zone.end());
      if (trimmed.length() == 0) {
        continue;
      }
      int last = merged.size() - 1;
      boolean joins = last >= 0 && merged.get(last).zone() == zone.zone();
      weighed = (joins ? weighed : 0) + zone.confidence() * trimmed.length();
      weight = (joins ? weight : 0) + trimmed.length();
      double confidence = Math.min(1, Math.round(1000 * weighed / weight) / 1000.0);
      if (joins) {
        var joined = new Span(merged.get(last).begin(), trimmed.end());
        merged.set(last, new ZonedSpan(joined, zone.zone(), confidence));
      } else {
        merged.add(new ZonedSpan(trimmed, zone.zone(), confidence));
      }
    }
    return merged;
  }
}
