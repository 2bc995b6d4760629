package org.copytaster.tagging.timex.rule;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A pattern for any of some words. Words that begin alike share their beginning, so that a matcher
 * looks at each character once and not once a word; of two that match it takes the longer.
 */
final class Alternation {

  private final Map<Character, Alternation> next = new TreeMap<>();
  private boolean word;

  private Alternation() {}

  /** The pattern, in a group of its own. */
  static String of(Collection<String> words) {
    var root = new Alternation();
    for (var each : words) {
      root.add(each, 0);
    }
    return root.pattern();
  }

  private void add(String characters, int at) {
    if (at == characters.length()) {
      word = true;
    } else {
      next.computeIfAbsent(characters.charAt(at), c -> new Alternation()).add(characters, at + 1);
    }
  }

  private String pattern() {
    var branches = new StringBuilder();
    for (var branch : next.entrySet()) {
      branches.append(branches.length() == 0 ? "" : "|").append(literal(branch.getKey()));
      branches.append(branch.getValue().pattern());
    }
    if (next.isEmpty()) {
      return "";
    }
    boolean one = next.size() == 1 && !word;
    return one ? branches.toString() : "(?:" + branches + ")" + (word ? "?" : "");
  }

  private static String literal(char c) {
    boolean plain = Character.isLetterOrDigit(c) || Character.isWhitespace(c);
    return plain ? Character.toString(c) : Pattern.quote(Character.toString(c));
  }
}
