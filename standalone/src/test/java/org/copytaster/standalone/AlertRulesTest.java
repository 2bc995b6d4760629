package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.parts.testing.Machine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The alert rules under Prometheus' own tool, with the cases of {@code ops/alerts-test.yml}. */
class AlertRulesTest {

  private static final Path OPS = OpsFiles.CHECKOUT.resolve("ops");
  private static final Pattern RULE = Pattern.compile("- alert: (\\w+)\n(?: {8}.*\n?)+");
  private static final Pattern THRESHOLD = Pattern.compile("(==|>|<) (\\d+)(?= |\n)");
  private static final Pattern WAIT = Pattern.compile("\n +for: (\\d+)m");
  private static final Pattern FAILED = Pattern.compile("alertname: (\\w+), time");

  @TempDir Path scratch;

  /** What may be wrong in a rule. */
  enum Break {
    THRESHOLD_TOO_NEAR,
    THRESHOLD_TOO_FAR,
    NO_WAIT,
    WAIT_TOO_LONG;

    String of(String rule) {
      return switch (this) {
        case THRESHOLD_TOO_NEAR -> THRESHOLD.matcher(rule).replaceAll(Break::nearer);
        case THRESHOLD_TOO_FAR -> THRESHOLD.matcher(rule).replaceAll(Break::further);
        case NO_WAIT -> WAIT.matcher(rule).replaceAll("");
        case WAIT_TOO_LONG -> WAIT.matcher(rule).replaceAll(Break::longer);
      };
    }

    private static String nearer(MatchResult threshold) {
      long number = Long.parseLong(threshold.group(2));
      boolean below = threshold.group(1).equals("<");
      return number == 0
          ? ">= 0"
          : threshold.group(1)
              + String.format(Locale.ROOT, " %.1f", number * (below ? 1.02 : 0.98));
    }

    private static String further(MatchResult threshold) {
      long number = Long.parseLong(threshold.group(2));
      boolean below = threshold.group(1).equals("<");
      return threshold.group(1) + " " + (below ? 0 : number * 100 + 50);
    }

    private static String longer(MatchResult wait) {
      return "\n        for: " + 2 * Integer.parseInt(wait.group(1)) + "m";
    }
  }

  @BeforeEach
  void promtool() {
    Machine.needs(
        Machine.has("promtool", "--version"), "alert rules are tested by promtool (prometheus)");
  }

  @Test
  void eachAlertRingsWhenItMustAndIsSilentWhenItMustBe() throws IOException {
    var ended = tried(Files.readString(OPS.resolve("alerts.yml")));

    assertThat(ended.well()).as(ended.output() + ended.errors()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  void aRuleThatIsBrokenDoesNotPass(Break broken) throws IOException {
    var changed = new ArrayList<String>();
    var rules =
        RULE.matcher(Files.readString(OPS.resolve("alerts.yml")))
            .replaceAll(
                rule -> {
                  var other = broken.of(rule.group());
                  if (!other.equals(rule.group())) {
                    changed.add(rule.group(1));
                  }
                  return Matcher.quoteReplacement(other);
                });

    var ended = tried(rules);

    var noticed = new TreeSet<String>();
    FAILED
        .matcher(ended.output() + ended.errors())
        .results()
        .forEach(failed -> noticed.add(failed.group(1)));
    assertThat(changed).isNotEmpty();
    assertThat(noticed).containsExactlyInAnyOrderElementsOf(changed);
  }

  private Machine.Ended tried(String rules) throws IOException {
    Files.writeString(scratch.resolve("alerts.yml"), rules);
    var cases = scratch.resolve("alerts-test.yml");
    Files.copy(OPS.resolve("alerts-test.yml"), cases);
    var command = List.of("promtool", "test", "rules", cases.getFileName().toString());
    return Machine.run(scratch, Map.of(), Duration.ofMinutes(3), command);
  }
}
