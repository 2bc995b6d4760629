package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  private final Map<Kind, List<LifeRule>> byKind = new EnumMap<>(Kind.class);

  private final Set<String> cues;
  private final Stems stems;

  Findings(LifeRules rules) {
    for (var kind : Kind.values()) {
      byKind.put(kind, rules.all().stream().filter(rule -> rule.where().in(kind)).toList());
    }
    this.cues = rules.cues();
    this.stems = rules.stems();
  }

  List<Finding> in(List<Segment> segments) {
    var found = new ArrayList<Finding>();
    for (var segment : segments) {
      boolean mute = segment.kind() != Kind.NOTE && !cued(segment);
      boolean small = segment.kind().needsCapitals() && !begins(segment);
      if (small && segment.kind() == Kind.TAIL) {
        continue;
      }
      boolean marked = stems.near(segment);
      var clauses = new Clauses(segment);
      for (var rule : byKind.getOrDefault(segment.kind(), List.of())) {
        if (!rule.where().in(segment)
            || (mute && rule.where() == Where.SAY)
            || (small && rule.where() == Where.CAPS)
            || (!marked && rule.marked())) {
          continue;
        }
        if (rule.slots().isEmpty()) {
          look(rule, segment, found);
        } else {
          clauses
              .find(rule)
              .filter(at -> !quoted(segment, at[0]))
              .ifPresent(at -> found.add(new Finding(rule, segment, at[0], at[1])));
        }
      }
    }
    return found;
  }

  /** Whether the first letters of a stretch are in capitals, as a label in capitals must be. */
  private static boolean begins(Segment segment) {
    var text = segment.text().characters();
    int letters = 0;
    int end = segment.begin();
    while (end < segment.end() && letters < SHORTEST) {
      letters += Character.isLetter(text.charAt(end++)) ? 1 : 0;
    }
    return segment.text().inCapitals(segment.begin(), end);
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
    boolean matches = rule.where().isPart() ? slug(rule, matcher) : matcher.lookingAt();
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
      return rule.where() != Where.SLUG_CAPS || capitals;
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
