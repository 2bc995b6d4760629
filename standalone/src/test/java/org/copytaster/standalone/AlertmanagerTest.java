package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.copytaster.parts.testing.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of what, by Alertmanager's own tool. */
class AlertmanagerTest {

  private static final Path FILE = OpsFiles.CHECKOUT.resolve("ops/alertmanager.yml");
  private static final Pattern MATCHED = Pattern.compile("alertname =~? \"?([\\w|]+)");

  @Test
  void theFileIsWhatAlertmanagerReads() {
    assertThat(amtool("check-config", FILE.toString()).output())
        .contains("SUCCESS")
        .contains(" 6 inhibit rules")
        .contains("3 receivers");
  }

  @ParameterizedTest
  @CsvSource({
    "heartbeat, alertname=Watchdog severity=none",
    "pages, alertname=ServiceNotReady severity=page service=sink",
    "pages, alertname=BudgetBurnsFast severity=page slo=stored",
    "tickets, alertname=SourceQuiet severity=ticket",
    "tickets, alertname=Another",
  })
  void eachAlertGoesToWhoeverMustHear(String receiver, String labels) {
    var arguments = new ArrayList<>(List.of("config", "routes", "test"));
    arguments.addAll(List.of("--config.file", FILE.toString(), "--verify.receivers", receiver));
    arguments.addAll(List.of(labels.split(" ")));

    var ended = amtool(arguments.toArray(String[]::new));

    assertThat(ended.well()).as(ended.output() + ended.errors()).isTrue();
    assertThat(ended.output().strip()).isEqualTo(receiver);
  }

  /** A name that is misspelt inhibits nothing, and nobody would say so. */
  @Test
  void whatIsInhibitedAreAlertsThatThereAre() throws IOException {
    var names = new HashSet<String>();
    MATCHED
        .matcher(Files.readString(FILE))
        .results()
        .forEach(found -> names.addAll(List.of(found.group(1).split("\\|"))));

    assertThat(names).hasSizeGreaterThan(10);
    assertThat(OpsFiles.alerts()).containsAll(names);
  }

  private static Machine.Ended amtool(String... arguments) {
    Machine.needs(
        Machine.has("amtool", "--version"),
        "routes are tested by amtool (prometheus-alertmanager)");
    var command = new ArrayList<>(List.of("amtool"));
    command.addAll(List.of(arguments));
    return Machine.run(Path.of("."), Map.of(), Duration.ofMinutes(1), command);
  }
}
