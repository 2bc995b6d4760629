package org.copytaster.tagging.timex.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimexRulesTest {

  private static final Map<String, String> MACROS = Map.of("weekday", "monday|tuesday");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "DATE; wekday; ``; {weekday}; no resolver is called \"wekday\"",
        "DATE; Weekday; ``; {weekday}; no resolver is called \"Weekday\"",
        "DATE; ``; ``; {weekday}; no resolver is called \"\"",
        "DATE; day; one; today; the resolver day can do nothing with \"one\"",
        "DATE; day; ``; today; the resolver day can do nothing with \"\"",
        "DATE; weekday; 1; {weekday}; the resolver weekday can do nothing with \"1\"",
        "DURATION; fraction; 0.5; half; the resolver fraction can do nothing with \"0.5\"",
        "DATE; unit; ``; week; a unit needs an argument or a {shift} in its words",
        "DATE; weekday; ``; {weekdays}; there is no macro {weekdays}",
        "DAY; weekday; ``; {weekday}; DAY",
        "DATE; weekday; ``; (monday; Unclosed group",
      })
  void aTypoIsNamedWhenRulesAreRead(
      String type, String resolver, String argument, String pattern, String reason) {
    var row = List.of("said-so", type, resolver, argument, "", pattern);

    assertThatThrownBy(() -> TimexRules.rule(row, MACROS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the rule said-so cannot be used: ")
        .hasMessageContaining(reason);
  }

  @Test
  void aRuleIsReadWithItsKind() {
    var rule = TimexRules.rule(List.of("that-day", "DATE", "day", "-1", "", "that day"), MACROS);

    assertThat(rule.kind()).isEqualTo(new TimexRule.Kind(TimexType.DATE, ResolverKind.DAY, "-1"));
  }
}
