package org.copytaster.standalone.slo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rules of Prometheus that ring when an objective's error budget of 28 days is spent too fast: in
 * two windows at once, so that they neither ring for what is over nor wait for what is bad now.
 * Windows and factors are those of Google's Site Reliability Workbook, chapter 5, for 30 days: 2 %
 * of the budget in an hour, 5 % in six, 10 % in a day, and the pace that just uses it up.
 */
final class BurnRules {

  private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");
  private static final String PERIOD = "28d";
  private static final String HEAD =
      """
      # Made from slo.yml by `copytaster slo`; do not change it by hand. docs/operations.md says what to do.
      groups:
      """;

  /** A pace of spending, as a multiple of the one that lasts 28 days, and where it is seen. */
  private record Pace(String factor, String window, String now) {}

  /** What rings for some paces, how loud, and how long it waits. */
  private record Alarm(String name, String severity, String after, List<Pace> paces) {}

  private static final List<Alarm> ALARMS =
      List.of(
          new Alarm(
              "BudgetBurnsFast",
              "page",
              "2m",
              List.of(new Pace("14.4", "1h", "5m"), new Pace("6", "6h", "30m"))),
          new Alarm(
              "BudgetBurnsSlowly",
              "ticket",
              "15m",
              List.of(new Pace("3", "1d", "2h"), new Pace("1", "3d", "6h"))));

  private BurnRules() {}

  /** The rules as a file that Prometheus reads. */
  static String of(List<Objective> objectives) {
    var lines = new StringBuilder(HEAD);
    for (var each : objectives) {
      lines.append("  - name: copytaster-slo-").append(each.name()).append("\n    rules:\n");
      record(lines, each, "objective:ratio", "vector(%s)".formatted(good(each)));
      WINDOWS.forEach(window -> record(lines, each, window));
      ALARMS.forEach(alarm -> alert(lines, each, alarm));
    }
    // 28 days of counters are much to read, but after five minutes a value is not shown any more
    lines.append("  - name: copytaster-slo-budgets\n    interval: 4m\n    rules:\n");
    for (var each : objectives) {
      record(lines, each, PERIOD);
      var left = "1 - %s / %s".formatted(bad(each, PERIOD), each.budget().toPlainString());
      record(lines, each, "budget_left:ratio", left);
    }
    return lines.toString();
  }

  private static void record(StringBuilder lines, Objective objective, String window) {
    var ratio =
        "(%s) / (%s)"
            .formatted(
                objective.bad().replace(Objective.WINDOW, window),
                objective.all().replace(Objective.WINDOW, window));
    record(lines, objective, "bad:ratio_rate" + window, ratio);
  }

  private static void record(
      StringBuilder lines, Objective objective, String name, String expression) {
    lines.append("      - record: copytaster:slo_").append(name).append('\n');
    lines.append("        expr: ").append(expression).append('\n');
    lines.append("        labels: {slo: %s}\n".formatted(objective.name()));
  }

  /** The part of 1 that must be good. */
  private static String good(Objective objective) {
    return BigDecimal.ONE.subtract(objective.budget()).toPlainString();
  }

  private static void alert(StringBuilder lines, Objective objective, Alarm alarm) {
    var either = new ArrayList<String>();
    for (var pace : alarm.paces()) {
      var most = objective.budget().multiply(new BigDecimal(pace.factor())).toPlainString();
      either.add(
          "(%s > %s and %s > %s)"
              .formatted(bad(objective, pace.window()), most, bad(objective, pace.now()), most));
    }
    lines.append("      - alert: ").append(alarm.name()).append('\n');
    lines.append("        expr: ").append(String.join(" or ", either)).append('\n');
    lines.append("        for: ").append(alarm.after()).append('\n');
    lines.append(
        "        labels: {severity: %s, slo: %s}\n".formatted(alarm.severity(), objective.name()));
    lines.append("        annotations:\n");
    lines.append(
        "          summary: \"not kept: %s; {{ $value | humanizePercentage }} were bad\"\n"
            .formatted(objective.promise()));
    lines.append(
        "          runbook_url: docs/runbook.md#%s\n"
            .formatted(alarm.name().toLowerCase(Locale.ROOT)));
  }

  private static String bad(Objective objective, String window) {
    return "copytaster:slo_bad:ratio_rate%s{slo=\"%s\"}".formatted(window, objective.name());
  }
}
