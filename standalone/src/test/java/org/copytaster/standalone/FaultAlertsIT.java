package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Machine;
import org.copytaster.standalone.TriedAlerts.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults made on real parts, scraped by a real Prometheus with our alert rules, in which time runs
 * twenty times faster: which alerts ring for which fault, and that no other does. The table that it
 * prints stands in {@code docs/operations.md}.
 */
@ExtendWith(Lanes.class)
class FaultAlertsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Copy under an embargo is held for longer than {@code ArticlesLate} allows an article. */
  private static final Duration HELD = Duration.ofSeconds(35);

  /** What rings is in the record of Prometheus at its next look. */
  private static final Duration RECORDED = Duration.ofSeconds(1);

  private static final int HELD_ARTICLES = 40;

  /**
   * What may ring when a broker or a registry is back, and the readers take some seconds to find
   * together again: these are minutes here.
   */
  private static final Set<Rung> AFTERWARDS =
      Set.of(
          new Rung("ReaderStandsStill", "enrich"),
          new Rung("ReaderStandsStill", "sink"),
          new Rung("ServiceNotReady", "enrich"));

  /**
   * A fault.
   *
   * @param begin when it was made
   * @param expected what must ring for it
   * @param late whether what is over may ring for a while
   */
  private record Tried(String fault, Instant begin, Set<Rung> expected, boolean late) {}

  private final List<Tried> tried = new ArrayList<>();

  @Test
  void eachFaultRingsItsAlertsAndNoOther(Lane lane, @TempDir Path directory) throws Exception {
    Machine.needs(Machine.has("prometheus", "--version"), "alerts are tried by a real Prometheus");
    try (var bench = new FaultBench(lane, directory);
        var alerts = new TriedAlerts(directory.resolve("prometheus"), bench.ports())) {
      await().atMost(PATIENCE).until(alerts::ready);
      var due = Instant.now().plus(HELD);
      hold(bench, due);
      tried("nothing: copy comes in");
      still(Duration.ofSeconds(8));

      unreadableEmbargo(bench, alerts);
      tried("40 embargoed articles go out");
      still(Duration.between(Instant.now(), due).plusSeconds(14));
      lockedTable(bench, alerts);
      storeAway(bench, alerts);
      brokerAway(bench, alerts);
      registryAway(bench, alerts);
      poison(bench, alerts);
      tooLong(bench, alerts);
      silence(bench, alerts);
      still(RECORDED);
      var end = Instant.now();

      var rang = rang(alerts, end);
      print(rang);
      for (int i = 0; i < tried.size(); i++) {
        judge(tried.get(i), rang.get(i).keySet());
      }
    } finally {
      var log = directory.resolve("prometheus/prometheus.log");
      if (Files.exists(log)) {
        assertThat(log).content().doesNotContain("level=error");
      }
    }
  }

  private static void judge(Tried fault, Set<Rung> rang) {
    var others = new TreeSet<>(rang);
    others.removeAll(fault.expected());
    others.removeIf(rung -> fault.late() && AFTERWARDS.contains(rung));
    assertThat(rang).as(fault.fault()).containsAll(fault.expected());
    assertThat(others).as("rings for nothing: " + fault.fault()).isEmpty();
  }

  private static void hold(FaultBench bench, Instant due) {
    for (int i = 0; i < HELD_ARTICLES; i++) {
      var embargoed = ",\"embargoed\":\"" + due.plusMillis(200L * i) + "\"";
      assertThat(bench.push(FaultBench.article("urn:held:" + i, 1, embargoed))).isEqualTo(202);
    }
  }

  private void unreadableEmbargo(FaultBench bench, TriedAlerts alerts) {
    var unread = new Rung("EmbargoUnreadable", "");
    tried("an embargo that cannot be read", unread);
    bench.push(FaultBench.article("urn:unread", 1, ",\"embargoed\":\"when the ship is in\""));
    awaitRinging(alerts, unread);
    // as long as it is held
    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(6))
        .until(() -> alerts.ringing().contains(unread));
    bench.push(FaultBench.article("urn:unread", 2, ""));
    awaitSilence(alerts);
  }

  private void lockedTable(FaultBench bench, TriedAlerts alerts) throws Exception {
    var still = new Rung("ReaderStandsStill", "sink");
    var waits = new Rung("ServiceNotReady", "sink");
    tried("a table of the store is locked", still, waits);
    try (var lock = bench.locked()) {
      awaitRinging(alerts, still, waits);
      assertThat(why(bench, "sink", "work")).contains("locked");
      assertThat(bench.status().path("groups").path(1).path("lag").asLong()).isPositive();
      lock.rollback();
    }
    awaitSilence(alerts);
  }

  private void storeAway(FaultBench bench, TriedAlerts alerts) {
    var still = new Rung("ReaderStandsStill", "sink");
    var sink = new Rung("ServiceNotReady", "sink");
    var console = new Rung("ServiceNotReady", "console");
    tried("PostgreSQL does not answer", still, sink, console);
    bench.store.cut();
    awaitRinging(alerts, still, sink, console);
    assertThat(why(bench, "console", "store")).contains("the store does not answer");
    var begun = System.nanoTime();
    var status = bench.status();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    assertThat(status.at("/store/asOf").asText()).isNotEmpty();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> bench.status().path("problems").toString().contains("the store does not answer"));
    bench.store.mend();
    awaitSilence(alerts);
  }

  private void brokerAway(FaultBench bench, TriedAlerts alerts) {
    var all =
        FaultBench.SERVICES.stream()
            .map(service -> new Rung("ServiceNotReady", service))
            .collect(Collectors.toCollection(TreeSet::new));
    all.add(new Rung("IngestPushesBack", ""));
    triedAndLate("the broker does not answer", all.toArray(Rung[]::new));
    bench.network.cut();
    awaitRinging(alerts, all.toArray(Rung[]::new));
    assertThat(FaultBench.SERVICES)
        .allSatisfy(
            service ->
                assertThat(why(bench, service, "broker")).contains("the broker does not answer"));
    assertThat(bench.metrics("ingest", "copytaster_ingest_articles_total{"))
        .filteredOn(line -> line.contains("\"coast\"") && line.contains("\"unavailable\""))
        .noneMatch(line -> line.endsWith(" 0.0"))
        .hasSize(1);
    bench.network.mend();
    bench.awaitReady();
    awaitSilence(alerts);
  }

  private void registryAway(FaultBench bench, TriedAlerts alerts) {
    var enrich = new Rung("ServiceNotReady", "enrich");
    var still = new Rung("ReaderStandsStill", "enrich");
    tried("the registry does not answer for a schema that is new", enrich, still);
    bench.registry.cut();
    // Confluent's wire format: a zero, the id of the schema, its bytes
    bench.poison(1, new byte[] {0, 0, 1, 2, 3, 9});
    awaitRinging(alerts, enrich, still);
    assertThat(why(bench, "enrich", "work")).contains("UnavailableException");
  }

  private void poison(FaultBench bench, TriedAlerts alerts) {
    var letters = new Rung("DeadLetters", "");
    triedAndLate("twelve records that nobody can read; the registry answers again", letters);
    bench.registry.mend();
    bench.poison(12, new byte[] {7, 7});
    awaitRinging(alerts, letters);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(bench.status().at("/deadLetters/count").asInt()).isEqualTo(13));
    bench.awaitReady();
  }

  private void tooLong(FaultBench bench, TriedAlerts alerts) {
    var refused = new Rung("PushesRefused", "413");
    tried("a source that pushes what is too long", refused);
    var left = new AtomicInteger(12);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                bench.push(FaultBench.tooLong()) == 413
                    ? left.decrementAndGet() == 0
                    : left.get() == 0);
    awaitRinging(alerts, refused);
  }

  private void silence(FaultBench bench, TriedAlerts alerts) throws Exception {
    var none = new Rung("NoArticles", "");
    var quiet = new Rung("SourceQuiet", "");
    tried("all sources that should send are silent", none, quiet);
    bench.expectInVain();
    awaitRinging(alerts, none, quiet);
  }

  private void tried(String fault, Rung... expected) {
    still(RECORDED);
    tried.add(new Tried(fault, Instant.now(), Set.of(expected), false));
  }

  /** The same for what others need their time to get over. */
  private void triedAndLate(String fault, Rung... expected) {
    still(RECORDED);
    tried.add(new Tried(fault, Instant.now(), Set.of(expected), true));
  }

  /** Time passes, as copy comes in: there is nothing to wait for. */
  private static void still(Duration length) {
    var begin = System.nanoTime();
    await()
        .atMost(length.plusSeconds(5))
        .pollDelay(Duration.ZERO)
        .until(() -> System.nanoTime() - begin >= length.toNanos());
  }

  private static void awaitRinging(TriedAlerts alerts, Rung... rung) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts.ringing()).contains(rung));
  }

  private static void awaitSilence(TriedAlerts alerts) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts.ringing()).isEmpty());
  }

  /** Why a part of a service is not well. */
  private static String why(FaultBench bench, String service, String part) {
    for (var each : bench.health(service).path("parts")) {
      if (each.path("part").asText().equals(part)) {
        assertThat(Instant.parse(each.path("since").asText())).isBefore(Instant.now());
        return each.path("why").asText();
      }
    }
    return "";
  }

  private List<Map<Rung, Double>> rang(TriedAlerts alerts, Instant end) {
    var all = new ArrayList<Map<Rung, Double>>();
    for (int i = 0; i < tried.size(); i++) {
      var until = i + 1 < tried.size() ? tried.get(i + 1).begin() : end;
      all.add(new LinkedHashMap<>(alerts.began(tried.get(i).begin(), until)));
    }
    return all;
  }

  private void print(List<Map<Rung, Double>> rang) {
    var table = new StringBuilder("\n| fault | rings, after seconds |\n| --- | --- |\n");
    for (int i = 0; i < tried.size(); i++) {
      var cells =
          rang.get(i).entrySet().stream()
              .map(
                  each ->
                      "%s %s %.0f"
                          .formatted(each.getKey().alert(), each.getKey().of(), each.getValue())
                          .replace("  ", " "))
              .collect(Collectors.joining(", "));
      table.append("| %s | %s |%n".formatted(tried.get(i).fault(), cells));
    }
    System.out.println(table);
  }
}
