package org.copytaster.standalone.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.copytaster.parts.testing.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are made from {@code ops/slo.yml}, and Prometheus' own tool on them. */
class BurnRulesTest {

  private static final Path OPS = Path.of("..", "ops");

  @TempDir private Path scratch = Path.of("");

  @Test
  void rulesThatAreThereAreThoseThatAreMade() throws IOException {
    assertThat(Files.readString(OPS.resolve("slo-rules.yml"))).isEqualTo(made());
  }

  @Test
  void budgetsThatBurnRingAndOthersDoNot() throws IOException {
    var ended = tried(made());
    assertThat(ended.well()).as(ended.output() + ended.errors()).isTrue();
  }

  /** Each window and pace matters: without it a case of {@code slo-test.yml} fails. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate5m{slo="receipts"} > 0.0144  | rate5m{slo="receipts"} > 0.9
          rate1h{slo="receipts"} > 0.0144  | rate1h{slo="receipts"} > 0.5
          rate30m{slo="receipts"} > 0.006  | rate30m{slo="receipts"} >= 0
          rate3d{slo="stored"} > 0.01      | rate3d{slo="stored"} > 0.03
          {slo="stored"} > 0.06            | {slo="stored"} > 0.01
          le="5.0"                         | le="10.0"
          """)
  void rulesThatAreBrokenDoNotPass(String rule, String broken) throws IOException {
    var rules = made();
    assertThat(rules).contains(rule);
    assertThat(tried(rules.replace(rule, broken)).well()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name: a",
        "- name: A",
        "- {name: a, promise: b, target: 100, bad: 'x[WINDOW]', all: 'x[WINDOW]'}",
        "- {name: a, promise: b, target: 99, bad: 'x[5m]', all: 'x[WINDOW]'}",
        "- {name: a, promise: b, target: 99, bad: 'x[WINDOW]', all: 'x[WINDOW]', other: 1}",
        "- {name: [}"
      })
  void whatIsNoListOfObjectivesIsRefusedInOneSentence(String yaml) {
    assertThatThrownBy(() -> Objective.parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeBetween(10, 120));
  }

  @Test
  void aBudgetIsWhatTheTargetLeaves() {
    var objective =
        Objective.parse(
                "[{name: a, promise: b, target: 99.95, bad: 'x[WINDOW]', all: 'x[WINDOW]'}]")
            .get(0);
    assertThat(objective.budget()).isEqualByComparingTo("0.0005");
    assertThat(BurnRules.of(List.of(objective)))
        .contains("> 0.0072")
        .contains("/ 0.0005")
        .contains("(x[3d]) / (x[3d])");
  }

  private static String made() throws IOException {
    return BurnRules.of(Objective.parse(Files.readString(OPS.resolve("slo.yml"))));
  }

  private Machine.Ended tried(String rules) throws IOException {
    Machine.needs(Machine.has("promtool", "--version"), "rules are tested by promtool");
    Files.writeString(scratch.resolve("slo-rules.yml"), rules);
    var cases = Files.copy(OPS.resolve("slo-test.yml"), scratch.resolve("slo-test.yml"));
    var command = List.of("promtool", "test", "rules", String.valueOf(cases.getFileName()));
    return Machine.run(scratch, Map.of(), Duration.ofMinutes(3), command);
  }
}
