package org.copytaster.tagging.timex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.text.Openings;
import org.copytaster.tagging.text.SpeltText;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.rule.RuleFinder;
import org.copytaster.tagging.timex.rule.TimeWords;
import org.copytaster.tagging.timex.rule.TimexRules;
import org.jspecify.annotations.Nullable;

/**
 * Finds time expressions by the patterns of {@code rules.tsv} and reckons their values in the order
 * in which the text names them.
 */
public final class PatternTimexTagger implements TimexTagger {

  private final TimeWords words;
  private final TimexRules rules;
  private final Openings openings;
  private final TenseReader tense = new TenseReader();
  private final Resolvers resolvers = new Resolvers();

  private PatternTimexTagger(TimeWords words) {
    this.words = words;
    this.rules = TimexRules.read(words);
    this.openings =
        new Openings(rules.all().stream().map(rule -> rule.pattern().pattern()).toList());
  }

  /** A tagger for English. */
  public static PatternTimexTagger english() {
    return new PatternTimexTagger(TimeWords.read());
  }

  @Override
  public Set<String> languages() {
    return Set.of("en");
  }

  @Override
  public String engine() {
    return "timex-patterns/4";
  }

  @Override
  public List<Timex> tag(Text text, @Nullable DocumentTime creation, DateOrder order) {
    var spelt = SpeltText.of(text);
    var found = found(spelt.text(), creation, order);
    return spelt.same() ? found : found.stream().map(each -> each.in(text, spelt)).toList();
  }

  private List<Timex> found(Text text, @Nullable DocumentTime creation, DateOrder order) {
    var matches = new RuleFinder(rules, openings, text.characters()).all(text.paragraphs());
    var found = new RangeBegins(words, tense).completed(text.characters(), matches);
    var style = NarrativeStyle.of(found, creation);
    var timexes = new ArrayList<Timex>();
    var said = Discourse.NOTHING;
    for (var each : found) {
      var around = tense.at(text.characters(), each);
      var timex = timex(text, each, new ReckoningContext(creation, around, said, style, order));
      said = said.and(each.rule().kind(), timex);
      timexes.add(timex);
    }
    return Ranges.linked(text.characters(), timexes);
  }

  private Timex timex(Text text, RuleFinder.RuleMatch found, ReckoningContext context) {
    var expression = new Expression(found.rule().kind(), found.words(), words, context);
    return new Timex(
        new ZonedSpan(found.span(), found.paragraph().zone()),
        found.span().surface(text.characters()),
        found.rule().name(),
        resolvers.resolve(expression),
        null);
  }
}
