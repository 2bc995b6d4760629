package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.copytaster.tagging.life.Segment.Kind;
import org.copytaster.tagging.text.Openings;

/** Looks for the words of all rules in all stretches. */
final class Findings {

  /** A label ends here at the latest; what may stand behind it depends on where it stands. */
  static final String BEHIND_ANY = "(?=\\s*(?:[:;,!/|\\])\"*+=<>(.]|$)|\\s*-|\\n|\\s)";

  /** What may stand behind a label. */
  private static final Pattern BEHIND =
      Pattern.compile("\\s*(?:[:!/|\\])\"*+=<>]|\\.(?:\\s|$)|-+(?:\\s|$)|\\n|$)");

  private static final Pattern BEHIND_NOTE =
      Pattern.compile("\\s*(?:[:;,!/|\\])\"*+=<>(]|\\.|-|\\n|$)");
  private static final Pattern BEHIND_CAPITALS =
      Pattern.compile("-(?=[\\p{L}\\d])|,\\s|\\s+[(\\[]?(?=[\\p{L}\\d])");

  /** So many letters in capitals are a label without a mark behind them. */
  private static final int SHORTEST = 5;

  private static final int[] NONE = {};

  /** All rules; those that look at a beginning are picked by its first word, others by no word. */
  private final List<LifeRule> rules;

  private final int[] starting;
  private final Openings openings;
  private final Map<Kind, int[]> saying = new EnumMap<>(Kind.class);

  /** For each rule the words of each slot, or of its pattern, without which it finds nothing. */
  private final List<List<Set<String>>> needed;

  private final Set<String> cues;
  private final Stems stems;

  Findings(LifeRules rules) {
    this.rules = rules.all();
    this.starting = numbers(rule -> rule.where().atStart());
    this.openings =
        new Openings(Arrays.stream(starting).mapToObj(n -> this.rules.get(n).pattern()).toList());
    for (var kind : Kind.values()) {
      saying.put(kind, numbers(rule -> !rule.where().atStart() && rule.where().in(kind)));
    }
    this.needed = this.rules.stream().map(Findings::needed).toList();
    this.cues = rules.cues();
    this.stems = rules.stems();
  }

  private static List<Set<String>> needed(LifeRule rule) {
    return rule.slots().isEmpty()
        ? List.of(Needed.by(rule.pattern()))
        : rule.slots().stream()
            .filter(slot -> !slot.absent())
            .map(slot -> Needed.by(slot.words()))
            .toList();
  }

  private int[] numbers(Predicate<LifeRule> which) {
    return IntStream.range(0, rules.size()).filter(n -> which.test(rules.get(n))).toArray();
  }

  List<Finding> in(List<Segment> segments) {
    var found = new ArrayList<Finding>();
    for (var segment : segments) {
      boolean small = segment.kind().needsCapitals() && !begins(segment);
      if (small && segment.kind() == Kind.TAIL) {
        continue;
      }
      boolean mute = segment.kind() != Kind.NOTE && !cued(segment);
      var said = mute ? NONE : saying.getOrDefault(segment.kind(), NONE);
      var rows = new Trigrams(segment.text().characters(), segment.begin(), segment.end());
      var clauses = new Clauses(segment);
      // in the order of the rules: the first that gives a reason is the one that is told
      for (int number : merged(opened(segment, small), said)) {
        var rule = rules.get(number);
        if (!needed.get(number).stream().allMatch(rows::mayHave)) {
          continue;
        }
        if (rule.slots().isEmpty()) {
          look(rule, segment, found);
        } else {
          clauses
              .find(rule)
              .filter(at -> !segment.quoted(at[0]))
              .ifPresent(at -> found.add(new Finding(rule, segment, at[0], at[1])));
        }
      }
    }
    return found;
  }

  /** The rules that may find something where a stretch begins. */
  private int[] opened(Segment segment, boolean small) {
    var possible = openings.at(segment.text().characters(), segment.begin(), segment.end());
    var some = new int[possible.length];
    int count = 0;
    Boolean marked = null;
    for (int each : possible) {
      var rule = rules.get(starting[each]);
      if (!rule.where().in(segment) || (small && rule.where() == Where.CAPS)) {
        continue;
      }
      if (rule.marked()) {
        marked = marked == null ? stems.near(segment) : marked;
        if (!marked) {
          continue;
        }
      }
      some[count++] = starting[each];
    }
    return Arrays.copyOf(some, count);
  }

  private static int[] merged(int[] one, int[] other) {
    if (other.length == 0) {
      return one;
    }
    return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).sorted().toArray();
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
      if (matcher.find() && !segment.quoted(matcher.start())) {
        found.add(new Finding(rule, segment, matcher.start(), matcher.end()));
      }
      return;
    }
    boolean matches = rule.where().isPart() ? slug(rule, matcher) : matcher.lookingAt();
    if (matches && !segment.quoted(segment.begin()) && counts(rule, segment, matcher.end())) {
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
}
