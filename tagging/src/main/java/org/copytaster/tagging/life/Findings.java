package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.life.Segment.Kind;

/** Looks for the words of all rules in all stretches. */
final class Findings {

  /** A label ends here at the latest; what may stand behind it depends on where it stands. */
  static final String BEHIND_ANY = "(?=\\s*(?:[:;,!/|\\])\"*(.]|$)|\\s*-|\\n|\\s)";

  /** What may stand behind a label. */
  private static final Pattern BEHIND =
      Pattern.compile("\\s*(?:[:!/|\\])\"*]|\\.(?:\\s|$)|-+(?:\\s|$)|\\n|$)");

  private static final Pattern BEHIND_NOTE =
      Pattern.compile("\\s*(?:[:;,!/|\\])\"*(]|\\.|-|\\n|$)");
  private static final Pattern BEHIND_CAPITALS =
      Pattern.compile("-(?=[\\p{L}\\d])|,\\s|\\s+(?=[\\p{L}\\d])");

  /** So many letters in capitals are a label without a mark behind them. */
  private static final int SHORTEST = 5;

  private final LifeRules rules;

  private final Set<String> cues;

  Findings(LifeRules rules) {
    this.rules = rules;
    this.cues = rules.cues();
  }

  List<Finding> in(List<Segment> segments) {
    var found = new ArrayList<Finding>();
    for (var segment : segments) {
      boolean mute = segment.kind() != Kind.NOTE && !cued(segment);
      for (var rule : rules.all()) {
        if (rule.where().in(segment) && !(mute && rule.where() == Where.SAY)) {
          look(rule, segment, found);
        }
      }
    }
    return found;
  }

  /** Whether a stretch has a word that some rule asks for; the news mostly has none. */
  private boolean cued(Segment segment) {
    var text = segment.text().characters();
    int begin = segment.begin();
    for (int i = begin; i <= segment.end(); i++) {
      if (i == segment.end() || !Character.isLetter(text.charAt(i))) {
        if (i > begin && cues.contains(text.substring(begin, i))) {
          return true;
        }
        begin = i + 1;
      }
    }
    return false;
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
    if (segment.kind() == Kind.TAIL
        && (!capitals || segment.text().inCapitals(0, segment.begin()))) {
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
    return all.lookingAt() || (capitals && behindCapitals(segment, end));
  }

  /** What stands in capitals is a label also before a hyphen, or before words that do not. */
  private static boolean behindCapitals(Segment segment, int end) {
    var text = segment.text();
    var behind = BEHIND_CAPITALS.matcher(text.characters()).region(end, segment.end());
    if (!behind.lookingAt()) {
      return false;
    }
    int next = behind.end();
    int beyond = Math.min(segment.end(), next + SHORTEST);
    return text.characters().charAt(end) != ' '
        || (end - segment.begin() >= SHORTEST && !text.inCapitals(next, beyond));
  }

  /** Whether a place stands in a quotation that the sentence opened. */
  private static boolean quoted(Segment segment, int at) {
    if (segment.kind() == Kind.NOTE) {
      return false;
    }
    return segment
                .text()
                .characters()
                .substring(segment.begin(), at)
                .chars()
                .filter(c -> c == '"')
                .count()
            % 2
        == 1;
  }
}
