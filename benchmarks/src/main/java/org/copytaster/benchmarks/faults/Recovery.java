package org.copytaster.benchmarks.faults;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** How long it takes until what is pushed after a fault is in the store. */
final class Recovery {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Load load;
  private final String door;
  private final Store store;
  private int probes;

  Recovery(Load load, String door, Store store) {
    this.load = load;
    this.door = door;
    this.store = store;
  }

  /** Seconds from now until an article that is pushed from now on is stored. */
  OptionalDouble measured() throws InterruptedException {
    long begin = System.nanoTime();
    var guid = "urn:probe:" + ++probes + ":" + begin;
    var json = "{\"guid\":\"%s\",\"headline\":\"Probe\",\"body\":\"A probe.\"}".formatted(guid);
    boolean taken = false;
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      if (!taken) {
        int status = load.push(door, json);
        taken = status == 200 || status == 202;
      }
      if (taken && store.has(guid)) {
        return OptionalDouble.of((System.nanoTime() - begin) / 1e9);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return OptionalDouble.empty();
  }
}
