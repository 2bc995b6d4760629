package org.copytaster.benchmarks.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copytaster.parts.CutProxy;

/**
 * Something that goes wrong.
 *
 * @param name for the report
 * @param lasts from its begin to its end
 * @param begin makes it happen
 * @param end takes it away, or does what whoever runs the part would do
 */
record InducedFault(String name, Duration lasts, Step begin, Step end) {

  /** One side of a fault. */
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  private static final Step NOTHING = () -> {};

  /** All of them, in the order in which they come. */
  static List<InducedFault> of(Rig rig) {
    var kills =
        Rig.SECOND.stream()
            .map(
                service ->
                    new InducedFault(
                        "kill -9 of one " + service,
                        Duration.ofSeconds(1),
                        () -> rig.secondProcess(service).destroyForcibly(),
                        () -> rig.startSecond(service)));
    var parts =
        Stream.of(
            killed("registry", rig::registryProcess),
            killed("PostgreSQL", rig::postgresProcess),
            frozen("PostgreSQL", Duration.ofSeconds(8), rig::postgresProcess),
            frozen("registry", Duration.ofSeconds(8), rig::registryProcess),
            frozen("broker and all services of up", Duration.ofSeconds(8), rig::upProcess),
            cut("one sink from the store", rig.store()),
            cut("one ingest and one enrich from the registry", rig.registry()),
            new InducedFault(
                "kill -9 of broker and all services of up",
                Duration.ofSeconds(2),
                () -> rig.upProcess().destroyForcibly(),
                rig::startUp),
            frozen("PostgreSQL, for 40 s", Duration.ofSeconds(40), rig::postgresProcess));
    var disk =
        rig.disk().real()
            ? Stream.of(
                new InducedFault(
                    "disk full to the last byte",
                    Duration.ofSeconds(12),
                    rig.disk()::fill,
                    rig.disk()::free))
            : Stream.<InducedFault>empty();
    return Stream.of(kills, disk, parts).flatMap(faults -> faults).toList();
  }

  private interface Running {
    ProcessHandle get() throws IOException;
  }

  /** {@code up} starts it again by itself. */
  private static InducedFault killed(String part, Running process) {
    return new InducedFault(
        "kill -9 of " + part, Duration.ZERO, () -> process.get().destroyForcibly(), NOTHING);
  }

  /** With all its children; those that are gone when it ends were started anew. */
  private static InducedFault frozen(String part, Duration lasts, Running process) {
    var all = new ArrayList<ProcessHandle>();
    return new InducedFault(
        "SIGSTOP of " + part,
        lasts,
        () -> {
          all.clear();
          var parent = process.get();
          all.add(parent);
          if (part.startsWith("PostgreSQL")) {
            parent.descendants().forEach(all::add);
          }
          signal("STOP", all);
        },
        () -> signal("CONT", all.stream().filter(ProcessHandle::isAlive).toList()));
  }

  private static InducedFault cut(String what, CutProxy proxy) {
    return new InducedFault("network cut: " + what, Duration.ofSeconds(8), proxy::cut, proxy::mend);
  }

  private static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> command.add("" + process.pid()));
    if (!processes.isEmpty()) {
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
  }
}
