package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.tagging.life.Segment.Kind;

/** Looks for the words of all rules in all stretches. */
final class Findings {

  /** What may stand behind a label. */
  private static final Pattern BEHIND =
      Pattern.compile("\\s*(?:[:!/|\\])\"*]|\\.(?:\\s|$)|-+(?:\\s|$)|\\n|$)");

  private static final Pattern BEHIND_NOTE = Pattern.compile("\\s*(?:[:;,!/|\\])\"*(]|\\.|-|\\n|$)");
  private static final Pattern HYPHEN = Pattern.compile("-(?=[\\p{L}\\d])");

  private final LifeRules rules;

  Findings(LifeRules rules) {
    this.rules = rules;
  }

  List<Finding> in(List<Segment> segments) {
    var found = new ArrayList<Finding>();
    for (var segment : segments) {
      for (var rule : rules.all()) {
        if (rule.where().in(segment)) {
          look(rule, segment, found);
        }
      }
    }
    return found;
  }

  private static void look(LifeRule rule, Segment segment, List<Finding> found) {
    var text = segment.text().characters();
    var matcher =
        rule.pattern()
            .matcher(text)
            .region(segment.begin(), segment.end())
            .useTransparentBounds(true);
    if (!rule.where().atStart()) {
      if (matcher.find() && !quoted(segment, matcher.start())) {
        found.add(new Finding(rule, segment, matcher.start(), matcher.end()));
      }
      return;
    }
    boolean matches = rule.where() == Where.SLUG ? slug(rule, matcher) : matcher.lookingAt();
    if (matches && counts(rule, segment, matcher.end())) {
      found.add(new Finding(rule, segment, matcher.start(), matcher.end()));
    }
  }

  /** An embargo in a slugline may go on with its end; all else is a part of its own. */
  private static boolean slug(LifeRule rule, java.util.regex.Matcher matcher) {
    return rule.act() == Act.EMBARGO ? matcher.lookingAt() : matcher.matches();
  }

  private static boolean counts(LifeRule rule, Segment segment, int end) {
    boolean capitals = segment.text().inCapitals(segment.begin(), end);
    if (segment.kind() == Kind.TAIL && !capitals) {
      return false;
    }
    if (!rule.where().isLabel()) {
      return true;
    }
    if (rule.where() == Where.CAPS && segment.kind().needsCapitals() && !capitals) {
      return false;
    }
    var behind = segment.kind() == Kind.NOTE ? BEHIND_NOTE : BEHIND;
    var text = segment.text().characters();
    var all = behind.matcher(text).region(end, segment.end());
    return all.lookingAt()
        || (capitals && HYPHEN.matcher(text).region(end, segment.end()).lookingAt());
  }

  /** Whether a place stands in a quotation that the sentence opened. */
  private static boolean quoted(Segment segment, int at) {
    if (segment.kind() == Kind.NOTE) {
      return false;
    }
    return segment.text().characters().substring(segment.begin(), at).chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
