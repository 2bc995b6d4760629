package org.copytaster.tagging.timex.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.AnyCase;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code rules.tsv}.
 *
 * @param kind the type it gives and what reckons the value
 * @param pattern the expression itself
 * @param context what must stand in front of it, or must not, or null
 */
public record TimexRule(String name, Kind kind, RuleWording pattern, @Nullable Context context) {

  /**
   * What becomes of a match.
   *
   * @param resolver what reckons the value
   * @param argument what the resolver is told besides the words that matched
   */
  public record Kind(TimexType type, ResolverKind resolver, String argument) {

    /**
     * A kind as a rule has it.
     *
     * @throws IllegalArgumentException if the resolver cannot do with the argument
     */
    public Kind {
      if (!resolver.takes(argument)) {
        throw new IllegalArgumentException(
            "the resolver " + resolver.named() + " can do nothing with \"" + argument + "\"");
      }
    }
  }

  /**
   * What stands in front of an expression.
   *
   * @param wanted whether it must stand there or must not
   * @param reach how far back it is looked for, in UTF-16 units
   */
  public record Context(Pattern words, boolean wanted, int reach) {}

  /** A pattern that knows the names of its groups, which Java 17 does not tell. */
  public record RuleWording(Pattern pattern, Set<String> groups) {

    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final Pattern GROUP = Pattern.compile("\\(\\?<(\\w+)>");

    /**
     * A wording as {@code rules.tsv} has it, with its macros replaced: matched in any case, up to a
     * word's end.
     */
    public static RuleWording of(String expression) {
      var names = new HashSet<String>();
      var matcher = GROUP.matcher(expression);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
      return new RuleWording(AnyCase.compiled("(?:" + expression + ")" + END), Set.copyOf(names));
    }

    /** The words that the groups matched. */
    Map<String, String> words(Matcher matched) {
      var words = new HashMap<String, String>();
      for (var group : groups) {
        var word = matched.group(group);
        if (word != null) {
          words.put(group, word);
        }
      }
      return words;
    }
  }

  /** Whether the words in front of {@code begin} allow the rule. */
  boolean allowedAfter(String characters, int paragraphBegin, int begin) {
    if (context == null) {
      return true;
    }
    var matcher = context.words().matcher(characters);
    matcher.region(Math.max(paragraphBegin, begin - context.reach()), begin);
    return matcher.find() == context.wanted();
  }
}
