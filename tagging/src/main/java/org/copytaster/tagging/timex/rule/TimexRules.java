package org.copytaster.tagging.timex.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.AnyCase;
import org.copytaster.tagging.text.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code rules.tsv}, with {@code {name}} replaced from {@code macros.tsv} and the
 * kinds of {@code words.tsv}.
 */
public final class TimexRules {

  private static final Pattern MACRO = Pattern.compile("\\{(_?)([a-z][a-z0-9]*)\\}");
  private static final String BLANK = "[\\s\u00a0]{1,2}";
  private static final String MAYBE_BLANK = "[\\s\u00a0]{0,2}";

  /** What ends no sentence, up to the expression. */
  private static final String REST_OF_SENTENCE = "\\b(?:[^.!?;]|\\.(?!\\s+(?-i:\\p{Lu})))*+$";

  /** How far back the words in front are looked at, in UTF-16 units. */
  private static final int NEAR = 24;

  private static final int SENTENCE = 80;
  private final List<TimexRule> all = new ArrayList<>();
  private final Pattern address;

  private TimexRules(Pattern address) {
    this.address = address;
  }

  /**
   * The rules of this version.
   *
   * @throws IllegalArgumentException with one sentence that names the rule if one is wrong
   */
  public static TimexRules read(TimeWords words) {
    var macros = macros(words);
    var rules = new TimexRules(AnyCase.compiled(macros.getOrDefault("address", "")));
    for (var row : Table.read(TimexRules.class, "rules.tsv").rows()) {
      rules.all.add(rule(row, macros));
    }
    return rules;
  }

  /**
   * One row as a rule.
   *
   * @throws IllegalArgumentException if a column has what nobody knows; names the rule
   */
  static TimexRule rule(List<String> row, Map<String, String> macros) {
    try {
      return parsed(row, macros);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the rule " + row.get(0) + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** All rules, in the order of the file. */
  public List<TimexRule> all() {
    return all;
  }

  /** What a word looks like that is an address or the name of a file, as a whole. */
  Pattern address() {
    return address;
  }

  private static Map<String, String> macros(TimeWords words) {
    var macros = new HashMap<String, String>();
    for (var kind : words.kinds()) {
      macros.put(kind, words.pattern(kind));
    }
    for (var row : Table.read(TimexRules.class, "macros.tsv").rows()) {
      macros.put(row.get(0), expanded(row.get(1), macros));
    }
    return macros;
  }

  private static TimexRule parsed(List<String> row, Map<String, String> macros) {
    var type = TimexType.valueOf(row.get(1));
    var kind = new TimexRule.Kind(type, ResolverKind.of(row.get(2)), row.get(3));
    var wording = TimexRule.RuleWording.of(withBlanks(expanded(row.get(5), macros)));
    if (kind.resolver() == ResolverKind.UNIT
        && kind.argument().isEmpty()
        && !wording.groups().contains("shift")) {
      throw new IllegalArgumentException("a unit needs an argument or a {shift} in its words");
    }
    return new TimexRule(row.get(0), kind, wording, context(row.get(4), macros));
  }

  /**
   * A context ends with a blank unless it ends with a mark of its own; "!" says that it must not
   * be, and "~" that it may stand anywhere in front in the sentence.
   */
  private static TimexRule.@Nullable Context context(String column, Map<String, String> macros) {
    if (column.isEmpty()) {
      return null;
    }
    boolean wanted = column.charAt(0) != '!';
    var words = wanted ? column : column.substring(1);
    boolean anywhere = words.startsWith("~");
    var expression =
        "\\b(?:" + expanded(anywhere ? words.substring(1) : words, macros) + ")" + joint(words);
    return new TimexRule.Context(
        AnyCase.compiled(withBlanks(expression)), wanted, anywhere ? SENTENCE : NEAR);
  }

  private static String joint(String words) {
    if (words.startsWith("~")) {
      return REST_OF_SENTENCE;
    }
    return words.endsWith("-") || words.endsWith("]") || words.endsWith("$") ? "$" : " $";
  }

  private static String withBlanks(String expression) {
    return expression.replace(" ?", MAYBE_BLANK).replace(" ", BLANK);
  }

  /** {@code {name}} becomes a group of that name, {@code {_name}} a pattern without one. */
  private static String expanded(String expression, Map<String, String> macros) {
    var matcher = MACRO.matcher(expression);
    var expanded = new StringBuilder();
    while (matcher.find()) {
      var macro = macros.get(matcher.group(2));
      if (macro == null) {
        throw new IllegalArgumentException("there is no macro " + matcher.group());
      }
      var group = matcher.group(1).isEmpty() ? "(?<" + matcher.group(2) + ">" : "(?:";
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(group + macro + ")"));
    }
    return matcher.appendTail(expanded).toString();
  }
}
