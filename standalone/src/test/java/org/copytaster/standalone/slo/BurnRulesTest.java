package org.copytaster.standalone.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.copytaster.parts.testing.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are made from {@code ops/slo.yml}, and Prometheus' own tool on them. */
class BurnRulesTest {

  private static final Path OPS = Path.of("..", "ops");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** What may be wrong in the rules of an objective, and how the case begins that finds it. */
  private record Broken(String slo, String rule, String instead, String found) {}

  private static final List<Broken> BROKEN =
      List.of(
          new Broken("receipts", "rate5m{slo=\"receipts\"} > 0.0144", "rate5m > 0.9", "nothing is"),
          new Broken("receipts", "rate1h{slo=\"receipts\"} > 0.0144", "rate1h > 0.5", "nothing is"),
          new Broken("receipts", "rate30m{slo=\"receipts\"} > 0.006", "rate30m >= 0", "one push"),
          new Broken("stored", "rate3d{slo=\"stored\"} > 0.01", "rate3d > 0.03", "one article"),
          new Broken("stored", "{slo=\"stored\"} > 0.06", "{slo=\"stored\"} > 0.01", "one article"),
          new Broken("kills", "le=\"5.0\"", "le=\"10.0\"", "kills in time"));

  @TempDir private Path scratch = Path.of("");

  @Test
  void rulesThatAreThereAreThoseThatAreMade() throws IOException {
    assertThat(Files.readString(OPS.resolve("slo-rules.yml"))).isEqualTo(made());
  }

  @Test
  void budgetsThatBurnRingAndOthersDoNot() throws IOException {
    var tries = new ArrayList<String>();
    for (var each : objectives()) {
      tries.add(put(each.name(), each, BurnRules.of(List.of(each)), ""));
    }
    var ended = tried(tries);
    assertThat(ended.well()).as(ended.output() + ended.errors()).isTrue();
    assertThat(ended.output().split("SUCCESS", -1)).hasSize(1 + tries.size());
  }

  /** Each window and pace matters: without it a case of {@code slo-test.yml} fails. */
  @Test
  void rulesThatAreBrokenDoNotPass() throws IOException {
    var tries = new ArrayList<String>();
    for (var broken : BROKEN) {
      var objective = objective(broken.slo);
      var rules = BurnRules.of(List.of(objective));
      assertThat(rules).contains(broken.rule);
      var name = "broken-%d".formatted(tries.size());
      tries.add(put(name, objective, rules.replace(broken.rule, broken.instead), broken.found));
    }
    var ended = tried(tries);
    assertThat(ended.output()).as(ended.errors()).doesNotContain("SUCCESS");
    var said = ended.output() + ended.errors();
    assertThat(said.split("alertname: Budget|exp:", -1).length).isGreaterThan(tries.size());
    assertThat(tries).allSatisfy(cases -> assertThat(said).contains("Testing:  " + cases));
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

  /** A value that was recorded longer ago than Prometheus looks back is not there. */
  @Test
  void budgetsAreCountedAgainBeforeTheLastCountIsForgotten() throws IOException {
    var interval = Pattern.compile("interval: (\\d+)m").matcher(made());
    assertThat(interval.find()).isTrue();
    assertThat(Integer.parseInt(interval.group(1))).isLessThan(5);
  }

  private static String made() throws IOException {
    return BurnRules.of(objectives());
  }

  private static List<Objective> objectives() throws IOException {
    return Objective.parse(Files.readString(OPS.resolve("slo.yml")));
  }

  private static Objective objective(String name) throws IOException {
    return objectives().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * Lays down rules of one objective and the cases that are about it. Promtool reckons every rule
   * anew at each minute of each case, so that whatever else stood there would be paid for.
   *
   * @param found how the names of the cases begin
   * @return the file with the cases
   */
  private String put(String name, Objective objective, String rules, String found)
      throws IOException {
    Files.writeString(scratch.resolve(name + ".yml"), rules);
    var all = (ObjectNode) YAML.readTree(OPS.resolve("slo-test.yml").toFile());
    var chosen = YAML.createArrayNode();
    for (var each : all.path("tests")) {
      var series = each.path("input_series").path(0).path("series").asText();
      if (objective.all().contains(series.replaceFirst("\\{.*", ""))
          && each.path("name").asText().startsWith(found)) {
        chosen.add(each);
      }
    }
    assertThat(chosen).as("cases about %s", objective.name()).isNotEmpty();
    all.putArray("rule_files").add(name + ".yml");
    all.set("tests", chosen);
    var cases = name + "-test.yml";
    YAML.writeValue(scratch.resolve(cases).toFile(), all);
    return cases;
  }

  private Machine.Ended tried(List<String> cases) {
    Machine.needs(Machine.has("promtool", "--version"), "rules are tested by promtool");
    var command = new ArrayList<>(List.of("promtool", "test", "rules"));
    command.addAll(cases);
    return Machine.run(scratch, Map.of(), Duration.ofMinutes(3), command);
  }
}
