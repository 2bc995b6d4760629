package org.copytaster.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the whole pipeline under load with one fault after the other, then counts. Ends with 1 if
 * anything was lost, stood where it must not, or did not recover.
 */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = "Load with a fault a minute, then a count of what was lost, doubled or leaked.")
public final class Faults implements Callable<Integer> {

  /** After so long no embargo is left that ends soon. */
  private static final Duration ENDED = Duration.ofSeconds(RandomWire.LONGEST_EMBARGO_SECONDS + 5);

  private static final String EVERY_TEXT =
      """
      select guid, coalesce(text, '') || coalesce(tags::text, '') || coalesce(article::text, '')
        from article_versions
      union all
      select guid, coalesce(headline, '') || text || coalesce(tags::text, '') from articles
      """;

  private static final OptionalDouble NEVER = OptionalDouble.empty();

  @Option(names = "--minutes", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
  private double minutes;

  @Option(
      names = "--every",
      defaultValue = "60",
      description = "Seconds from the begin of a fault to that of the next (${DEFAULT-VALUE}).")
  private int every;

  @Option(names = "--rate", defaultValue = "50", description = "Versions a second.")
  private double rate;

  @Option(names = "--seed", defaultValue = "7", description = "Of the wire that is pushed.")
  private long seed;

  @Option(names = "--only", description = "Only faults whose names hold this; may be repeated.")
  private List<String> only = List.of();

  @Option(names = "--disk", defaultValue = "3000", description = "Megabytes (${DEFAULT-VALUE}).")
  private int diskMegabytes;

  @Option(names = "--directory", description = "For data and logs; else one that is made.")
  private Path directory = Path.of("");

  private final Map<String, List<OptionalDouble>> recoveries = new LinkedHashMap<>();

  /** Runs it once. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Faults()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var place =
        directory.toString().isEmpty()
            ? Files.createTempDirectory("copytaster-faults")
            : Files.createDirectories(directory).toAbsolutePath();
    say("logs are in " + place);
    try (var disk = FullDisk.at(place.resolve("disk"), diskMegabytes);
        var rig = new Rig(Path.of("."), place, disk)) {
      if (!disk.real()) {
        say("no disk of a known size can be made here (it takes root), so none runs full");
      }
      rig.start();
      say("everything is at work");
      return run(rig);
    }
  }

  private int run(Rig rig) throws Exception {
    var variables = rig.clientVariables();
    var store = new Store(variables);
    var run = Long.toString(System.currentTimeMillis(), 36);
    var doors = List.of(rig.door("ingest"), rig.door("second-ingest"));
    var load = new Load(new RandomWire(seed, run), doors, rate);
    load.start();
    try (load) {
      breakThings(rig, new Recovery(load, doors.get(0), store));
    }
    say("the load has ended; waiting until all is stored");
    boolean settled = settle(new EnrichedTopic(variables));
    return report(load, tally(load, store, new EnrichedTopic(variables)), settled);
  }

  private void breakThings(Rig rig, Recovery recovery) throws IOException, InterruptedException {
    var faults =
        InducedFault.of(rig).stream()
            .filter(fault -> only.isEmpty() || only.stream().anyMatch(fault.name()::contains))
            .toList();
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no fault is named like that (--only)");
    }
    long end = System.nanoTime() + (long) (minutes * 60e9);
    TimeUnit.SECONDS.sleep(5);
    for (int i = 0; System.nanoTime() < end; i++) {
      var fault = faults.get(i % faults.size());
      long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(every);
      if (rig.revived()) {
        say("up HAD ENDED by itself and was started again");
        recoveries.computeIfAbsent("up as a whole", name -> new ArrayList<>()).add(NEVER);
      }
      fault.begin().run();
      TimeUnit.NANOSECONDS.sleep(fault.lasts().toNanos());
      fault.end().run();
      var seconds = recovery.measured();
      recoveries.computeIfAbsent(fault.name(), name -> new ArrayList<>()).add(seconds);
      say(
          "%-48s %s"
              .formatted(
                  fault.name(),
                  seconds.isPresent()
                      ? "stored again after %.1f s".formatted(seconds.getAsDouble())
                      : "NOT RECOVERED"));
      TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.min(next, end) - System.nanoTime()));
    }
  }

  /** Waits until nothing is behind and the last embargo that ends soon has ended. */
  private static boolean settle(EnrichedTopic topic) throws Exception {
    long begin = System.nanoTime();
    int still = 0;
    while (System.nanoTime() - begin < Duration.ofMinutes(6).toNanos()) {
      long lag = topic.lag();
      // end markers of transactions count as records that nobody reads
      still = lag < 20 ? still + 1 : 0;
      if (still >= 3 && System.nanoTime() - begin > ENDED.toNanos()) {
        return true;
      }
      TimeUnit.SECONDS.sleep(2);
    }
    return false;
  }

  private static Tally tally(Load load, Store store, EnrichedTopic topic) throws SQLException {
    var tally = new Tally(load.done(), Instant.now());
    tally.rows(
        store.rows(
            "select guid, version, pub_status from articles",
            row -> new Tally.Row(row.getString(1), row.getInt(2), row.getString(3))));
    store
        .rows(
            "select guid || ' ' || version from article_versions group by guid, version"
                + " having count(*) > 1",
            row -> row.getString(1))
        .forEach(tally::doubled);
    store.each(EVERY_TEXT, row -> tally.text(row.getString(1), row.getString(2)));
    topic.read(
        record -> {
          var article = record.getArticle();
          tally.enriched(
              new Tally.Enriched(
                  article.getGuid(),
                  article.getVersion(),
                  article.getPubStatus().name(),
                  article.getReceivedAt()));
        });
    return tally;
  }

  private int report(Load load, Tally tally, boolean settled) {
    say("");
    say("versions acknowledged     " + tally.versions());
    say(
        "pushed, never acknowledged "
            + load.done().stream().filter(p -> !p.acknowledged()).count());
    say("requests made once more   " + load.again());
    tally
        .findings()
        .forEach(
            (kind, found) -> {
              say("%-25s %d".formatted(kind, found.size()));
              found.stream().limit(5).forEach(each -> say("    " + each));
            });
    say("");
    say("seconds until what is pushed after the fault is stored (median, longest, times)");
    recoveries.forEach((fault, seconds) -> say(line(fault, seconds)));
    if (!settled) {
      say("not everything was stored within six minutes");
    }
    boolean recovered =
        recoveries.values().stream().flatMap(List::stream).allMatch(OptionalDouble::isPresent);
    boolean clean = tally.clean();
    return settled && recovered && clean ? 0 : 1;
  }

  private static String line(String fault, List<OptionalDouble> seconds) {
    var sorted =
        seconds.stream().filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble);
    var all = sorted.sorted().toArray();
    return all.length == 0
        ? "%-48s never".formatted(fault)
        : "%-48s %6.1f %6.1f %3d"
            .formatted(fault, all[all.length / 2], all[all.length - 1], all.length);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
