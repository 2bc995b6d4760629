package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.copytaster.console.ConsoleSettings;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.ingest.IngestSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.sink.SinkSettings;
import org.copytaster.standalone.start.Deployment;
import org.copytaster.standalone.start.HeldSettings;
import org.copytaster.standalone.start.ProbeSettings;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/operations.md}, the dashboard and the alert rules against the code. */
class OpsPageTest {

  /** Whoever reads settings, by the name of its command. */
  private static final Map<String, Consumer<Settings>> READERS =
      new TreeMap<>(
          Map.of(
              "console", ConsoleSettings::read,
              "deploy", Deployment::read,
              "enrich", EnrichSettings::read,
              "held", HeldSettings::read,
              "ingest", IngestSettings::read,
              "probe", ProbeSettings::read,
              "sink", SinkSettings::read));

  /** Whoever reads where the broker is. */
  private static final List<String> ALL = List.of("console", "deploy", "enrich", "ingest", "sink");

  @Test
  void settingsTableIsWhatTheServicesRead() {
    assertThat(OpsFiles.section("settings"))
        .as("what the table should be:%n%s", String.join("\n", settingRows()))
        .containsExactlyElementsOf(settingRows());
  }

  @Test
  void metricsTableListsEveryMetricAndNoOther() {
    assertThat(column("metrics", 1))
        .containsExactlyInAnyOrderElementsOf(OpsFiles.metricsDeclared());
  }

  @Test
  void metricsTableNamesWhatPrometheusSees() {
    assertThat(rows("metrics"))
        .allSatisfy(row -> assertThat(row.get(2)).startsWith(row.get(1).replace('.', '_')));
  }

  @Test
  void dashboardAsksForKnownMetricsOnly() {
    assertThat(OpsFiles.metricsOfDashboard())
        .filteredOn(name -> name.startsWith("copytaster_"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(column("metrics", 2)).contains(family(name)));
  }

  @Test
  void alertsAskForKnownMetricsOnly() {
    assertThat(OpsFiles.metricsOfAlerts())
        .filteredOn(name -> name.startsWith("copytaster_"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(column("metrics", 2)).contains(family(name)));
  }

  @Test
  void alertsTableSaysWhatToDoForEachRule() {
    assertThat(column("alerts", 1)).containsExactlyElementsOf(OpsFiles.alerts());
  }

  @Test
  void runbookHasTheSectionThatEachRuleNames() {
    var names = OpsFiles.alerts().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    assertThat(OpsFiles.runbooks()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(OpsFiles.runbookSections()).containsExactlyInAnyOrderElementsOf(names);
  }

  /** The table as the code would write it, one line a setting, sorted by name. */
  private static List<String> settingRows() {
    var declared = new TreeMap<String, Settings.Declared>();
    var readers = new TreeMap<String, List<String>>();
    READERS.forEach(
        (service, reader) -> {
          var settings = Settings.of(Map.of());
          reader.accept(settings);
          for (var each : settings.declared()) {
            declared.putIfAbsent(each.name(), each);
            readers.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(service);
          }
        });
    return declared.values().stream().map(each -> settingRow(each, readers)).toList();
  }

  /** What is too long for a row stops at its first clause; the rest stands below the table. */
  private static String settingRow(Settings.Declared setting, Map<String, List<String>> readers) {
    var services = readers.getOrDefault(setting.name(), List.of());
    var begin =
        "| `%s` | %s | %s | "
            .formatted(
                setting.name(),
                setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
                services.equals(ALL) ? "all" : String.join(", ", services));
    var row = begin + setting.meaning() + " |";
    return row.length() <= MarkdownPage.LONGEST_ROW
        ? row
        : begin + setting.meaning().split("[;:] ", 2)[0] + " |";
  }

  /** A histogram's series end in what Prometheus appends to the name of the family. */
  private static String family(String series) {
    return series.replaceFirst("_(bucket|count|sum)$", "");
  }

  private static List<String> column(String section, int column) {
    return rows(section).stream().map(row -> row.get(column)).toList();
  }

  private static List<List<String>> rows(String section) {
    return OpsFiles.section(section).stream()
        .map(line -> List.of(line.replace("`", "").split(" *\\| *")))
        .toList();
  }
}
