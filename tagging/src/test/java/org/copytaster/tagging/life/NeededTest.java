package org.copytaster.tagging.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copytaster.tagging.text.FoldedText;
import org.copytaster.tagging.text.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pattern needs is read off it, so that most patterns need not be tried. */
class NeededTest {

  private static Set<String> by(String pattern) {
    return Needed.by(Pattern.compile(pattern));
  }

  @Test
  void aMatchHasOneOfTheWordsThatItNeeds() {
    assertThat(by("\\b(?:annul(?:ar|en)|borra)\\b")).containsOnly("annular", "annulen", "borra");
    assertThat(by("\\bno (?:longer )?use\\b")).containsOnly("no longer use", "no use");
    assertThat(by("kill(?:[ .!-]+kill)+")).containsOnly("kill");
    assertThat(by("(?:as?|the) story(?= of)")).containsOnly("a story", "as story", "the story");
    assertThat(by("[^.;\\])]{0,40}sperrfrist")).containsOnly("sperrfrist");
    assertThat(by("(?<!not )embargo(?:ed)?")).containsOnly("embargo", "embargoed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "(?:kill)?", "\\w+", "kill|\\d+", "(?!kill)", "(?:ab|cd)", "(?:kill)*"})
  void ofSomeNobodyKnows(String pattern) {
    assertThat(by(pattern)).isEmpty();
  }

  /** No rule is passed over that would have found something, in some rows of the tables. */
  @Test
  void noRuleIsPassedOverThatFinds() {
    var patterns =
        LifeRules.read().all().stream()
            .flatMap(
                rule ->
                    rule.slots().isEmpty()
                        ? Stream.of(rule.pattern())
                        : rule.slots().stream().map(LifeRule.Slot::words))
            .distinct()
            .toList();
    var needed = patterns.stream().map(Needed::by).toList();
    int looked = 0;
    for (var text : texts()) {
      var rows = new Trigrams(text, 0, text.length());
      for (int i = 0; i < patterns.size(); i++) {
        if (!rows.mayHave(needed.get(i))) {
          looked++;
          assertThat(patterns.get(i).matcher(text).find())
              .as(patterns.get(i) + " in " + text)
              .isFalse();
        }
      }
    }
    assertThat(looked).as("patterns that were passed over").isGreaterThan(50_000);
  }

  private static List<String> texts() {
    return Stream.of("notices.tsv", "notices-unseen.tsv")
        .flatMap(table -> Table.read(NeededTest.class, table).rows().stream().skip(1))
        .filter(row -> row.get(0).endsWith("3"))
        .map(row -> FoldedText.of(row.get(3).replace("\\n", "\n")).characters())
        .toList();
  }
}
