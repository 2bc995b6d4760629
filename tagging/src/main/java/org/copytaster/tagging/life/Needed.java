package org.copytaster.tagging.life;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words without one of which a pattern matches nothing, read off the pattern. Where it cannot tell,
 * it names none: the pattern must be tried.
 */
final class Needed {

  private static final Set<String> NOTHING = Set.of("");

  /** More than so many words say no more than none. */
  private static final int MOST = 120;

  /** What repeats or may lack. */
  private static final Pattern REPEAT =
      Pattern.compile("(?:([?*])|(\\+)|\\{(\\d+)(?:,\\d*)?})[?+]?");

  /** A class of characters, a property, or an escape. */
  private static final Pattern CLASS =
      Pattern.compile("\\[(?:\\\\.|[^\\]\\\\])+]|\\\\[pP]\\{\\w+}");

  /** A group that takes no characters. */
  private static final Pattern LOOK = Pattern.compile("\\(\\?(?:=|!|<=|<!)");

  private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?::|<\\w+>))?");

  /** All that something can be; null if that is unknown. And what it needs, if anything. */
  private record Said(Set<String> exact, boolean known, Set<String> need) {

    static final Said UNKNOWN = new Said(Set.of(), false, Set.of());

    static Said exactly(Set<String> words) {
      return new Said(words, true, Set.of());
    }

    /** What must be there in any case. */
    Set<String> needed() {
      return known ? better(need, useful(exact)) : need;
    }
  }

  private final String pattern;
  private final Matcher repeat;
  private final Matcher known;
  private final Matcher look;
  private final Matcher group;
  private int at;

  private Needed(String pattern) {
    this.pattern = pattern;
    this.repeat = REPEAT.matcher(pattern);
    this.known = CLASS.matcher(pattern);
    this.look = LOOK.matcher(pattern);
    this.group = GROUP.matcher(pattern);
  }

  /** The words of which a match has at least one; empty if nobody knows. */
  static Set<String> by(Pattern pattern) {
    return new Needed(pattern.pattern()).alternatives().needed();
  }

  private Said alternatives() {
    var said = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      said = either(said, sequence());
    }
    return said;
  }

  private static Said either(Said one, Said other) {
    if (one.known() && other.known() && one.exact().size() + other.exact().size() <= MOST) {
      return Said.exactly(union(one.exact(), other.exact()));
    }
    var first = one.needed();
    var second = other.needed();
    boolean none = first.isEmpty() || second.isEmpty();
    return new Said(Set.of(), false, none ? Set.of() : limited(union(first, second)));
  }

  /** What stands in a row: words grow as long as all is known, then begin anew. */
  private Said sequence() {
    Set<String> run = NOTHING;
    Set<String> need = Set.of();
    boolean known = true;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      var next = repeated(one());
      need = better(need, next.need());
      if (next.known() && run.size() * next.exact().size() <= MOST) {
        run = product(run, next.exact());
      } else {
        known = false;
        need = better(need, useful(run));
        run = next.known() ? next.exact() : NOTHING;
      }
    }
    return known ? new Said(run, true, need) : new Said(Set.of(), false, better(need, useful(run)));
  }

  /** A character, a class of them, or a group. */
  private Said one() {
    char c = pattern.charAt(at);
    if ((c == '[' || c == '\\') && here(known)) {
      at = known.end();
      return Said.UNKNOWN;
    }
    if (c == '(') {
      return group();
    }
    at++;
    if (c == '\\') {
      char escaped = pattern.charAt(at++);
      boolean place = escaped == 'b' || escaped == 'B';
      boolean letter = Character.isLetterOrDigit(escaped);
      return place ? Said.exactly(NOTHING) : letter ? Said.UNKNOWN : literal(escaped);
    }
    return c == '.' ? Said.UNKNOWN : c == '^' || c == '$' ? Said.exactly(NOTHING) : literal(c);
  }

  private static Said literal(char c) {
    return Said.exactly(Set.of(String.valueOf(c)));
  }

  private Said group() {
    boolean takesNothing = here(look);
    if (takesNothing) {
      at = look.end();
    } else {
      at = here(group) ? group.end() : at + 1;
    }
    var inside = alternatives();
    at++;
    return takesNothing ? Said.exactly(NOTHING) : inside;
  }

  private boolean here(Matcher matcher) {
    return matcher.region(at, pattern.length()).lookingAt();
  }

  private Said repeated(Said said) {
    if (!here(repeat)) {
      return said;
    }
    at = repeat.end();
    boolean optional = "?".equals(repeat.group(1));
    if (optional && said.known()) {
      return Said.exactly(union(said.exact(), NOTHING));
    }
    boolean lacks = repeat.group(1) != null || "0".equals(repeat.group(3));
    return lacks ? Said.UNKNOWN : new Said(Set.of(), false, said.needed());
  }

  private static Set<String> product(Set<String> one, Set<String> other) {
    var all = new HashSet<String>();
    for (var begin : one) {
      for (var end : other) {
        all.add(begin + end);
      }
    }
    return all;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static Set<String> useful(Set<String> words) {
    boolean all = words.stream().allMatch(word -> word.length() >= Trigrams.LENGTH);
    return all ? limited(words) : Set.of();
  }

  private static Set<String> limited(Set<String> words) {
    return words.size() <= 8 * MOST ? words : Set.of();
  }

  /** Fewer and longer words are rarer; none are no help. */
  private static Set<String> better(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return shortest(one) == shortest(other)
        ? (one.size() <= other.size() ? one : other)
        : (shortest(one) > shortest(other) ? one : other);
  }

  private static int shortest(Set<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }
}
