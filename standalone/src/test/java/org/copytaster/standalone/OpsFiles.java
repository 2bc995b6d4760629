package org.copytaster.standalone;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in {@code ops/} and {@code docs/}, as text and as what it names. */
final class OpsFiles {

  static final Path CHECKOUT = Path.of("..");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:copytaster|kafka|jvm|process|system|hikaricp)_[a-z_]+\\b");
  private static final Pattern RULE = Pattern.compile("(?m)^ +(?:- )?expr: *(.*)$");
  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: *(\\w+)$");
  private static final Pattern RUNBOOK = Pattern.compile("runbook_url: docs/runbook.md#(\\w+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+)$");
  private static final Pattern CONSTANT = Pattern.compile("\"(copytaster\\.[a-z.]+)\"");

  private OpsFiles() {}

  /** The rows of the table in {@code docs/operations.md} that a comment with this name opens. */
  static List<String> section(String name) {
    return section("docs/operations.md", name, "| `");
  }

  /** The rows of a table in a page, by the comment that opens it and by what rows begin with. */
  static List<String> section(String file, String name, String rows) {
    var page = read(CHECKOUT.resolve(file));
    int begin = page.indexOf("<!-- " + name + ":");
    return page.substring(begin, page.indexOf("<!-- end -->", begin))
        .lines()
        .filter(line -> line.startsWith(rows))
        .toList();
  }

  /** Names of the alert rules, in order, each once. */
  static List<String> alerts() {
    return Stream.of("ops/alerts.yml", "ops/slo-rules.yml")
        .flatMap(file -> found(ALERT, read(CHECKOUT.resolve(file)), 1).stream())
        .distinct()
        .toList();
  }

  /** Where each alert says that its section is. */
  static Set<String> runbooks() {
    return Stream.of("ops/alerts.yml", "ops/slo-rules.yml")
        .flatMap(file -> found(RUNBOOK, read(CHECKOUT.resolve(file)), 1).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Headings of the runbook, as links name them. */
  static Set<String> runbookSections() {
    return new TreeSet<>(
        found(HEADING, read(CHECKOUT.resolve("docs/runbook.md")).toLowerCase(Locale.ROOT), 1));
  }

  /** Every metric of a service that an expression of the dashboard or of an alert names. */
  static Set<String> metricsNamed() {
    var names = new TreeSet<>(metricsOfDashboard());
    names.addAll(metricsOfAlerts());
    names.removeIf(OpsFiles::mayBeMissing);
    return names;
  }

  /**
   * Whether a metric, or an expression that begins to speak of it, is about what an installation
   * may do without: the probe, feeds, TLS. What is left of a budget is first counted after minutes.
   */
  static boolean mayBeMissing(String expression) {
    return Stream.of(
            "copytaster_probe_",
            "copytaster_ingest_polls_",
            "copytaster_certificate_",
            "copytaster:slo_budget_left")
        .anyMatch(expression::contains);
  }

  static Set<String> metricsOfDashboard() {
    var expressions = DashboardFile.all().stream().flatMap(file -> file.queries().stream());
    return new TreeSet<>(
        found(METRIC, expressions.map(DashboardFile.Query::expression).collect(joining("\n")), 0));
  }

  static Set<String> metricsOfAlerts() {
    var expressions = new ArrayList<>(found(RULE, read(CHECKOUT.resolve("ops/alerts.yml")), 1));
    expressions.addAll(found(RULE, read(CHECKOUT.resolve("ops/slo-rules.yml")), 1));
    return new TreeSet<>(found(METRIC, String.join("\n", expressions), 0));
  }

  /** Every metric of ours under Micrometer's name, as the modules' metric classes declare them. */
  static Set<String> metricsDeclared() {
    var names = new TreeSet<String>();
    for (var module : List.of("runtime", "ingest", "enrich", "sink", "console", "standalone")) {
      try (var files = Files.walk(CHECKOUT.resolve(module).resolve("src/main/java"))) {
        files
            .filter(file -> file.getFileName().toString().endsWith("Metrics.java"))
            .forEach(file -> names.addAll(found(CONSTANT, read(file), 1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  private static List<String> found(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map(match -> match.group(group)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
