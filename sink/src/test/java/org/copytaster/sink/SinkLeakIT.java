package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import java.nio.file.Files;
import java.time.Duration;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.leak.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever goes wrong, no word of the copy stands where people look who may not read it. Each test
 * provokes a failure on an article with marks in it; {@code LeakGuard}, which is on every class,
 * then looks at what was logged, at the headers of dead letters and at the receipts.
 */
@ExtendWith(Lanes.class)
class SinkLeakIT {

  private static final Duration PATIENCE = SinkBench.PATIENCE;
  private static final String MARK = Marks.in("provoked");
  private static final String GUID = "urn:leak:1";

  @Test
  void aStoreThatFailsInMidBatchIsNotQuoted(Lane lane) throws Exception {
    try (var bench = new SinkBench(lane)) {
      bench.readySink();
      bench.execute(refuseWith("53100")); // disk_full: waited out, not refused
      bench.publish(usable(GUID, 1, MARK), usable("urn:leak:2", 1, MARK));
      await().atMost(PATIENCE).until(() -> !bench.allReady());

      bench.execute("drop trigger leak on articles");
      bench.awaitStored();
    }
  }

  @Test
  void aStoreThatIsKilledInMidBatchIsNotQuoted(Lane lane) throws Exception {
    try (var bench = new SinkBench(lane)) {
      bench.readySink();
      bench.execute(
          """
          create function leak() returns trigger language plpgsql as $$
            begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
          create trigger leak before insert on articles for each row execute function leak()
          """);
      bench.publish(usable(GUID, 1, MARK), usable("urn:leak:2", 1, MARK));
      await().atMost(PATIENCE).until(() -> !bench.allReady());

      bench.execute("drop trigger leak on articles");
      bench.awaitStored();
    }
  }

  @Test
  void aConstraintOfTheStoreIsNotQuoted(Lane lane) throws Exception {
    try (var bench = new SinkBench(lane)) {
      bench.readySink();
      bench.execute("alter table articles add check (headline not like 'unsaid%')");
      bench.publish(usable(GUID, 1, MARK), usable("urn:leak:2", 1, "said"));
      bench.awaitStored();

      assertThat(bench.all(bench.topics().deadLetters())).hasSize(1);
    }
    // The server says what failed, and with what it could say, too.
    var log = Files.readString(lane.storeLog());
    assertThat(log).contains("violates check constraint");
    Marks.refuse("PostgreSQL's own log", log);
  }

  @Test
  void aRegistryThatIsAwayIsNotToldOf(Lane lane) {
    try (var bench = new SinkBench(lane)) {
      bench.readySink("COPYTASTER_REGISTRY_URL", "http://127.0.0.1:" + Ports.free());
      bench.publish(usable(GUID, 1, MARK));

      await().atMost(PATIENCE).until(() -> !bench.allReady());
    }
  }

  private static String refuseWith(String state) {
    return """
        create function leak() returns trigger language plpgsql as $$
          begin raise exception 'no room for %%', new.headline using errcode = '%s'; end $$;
        create trigger leak before insert on articles for each row execute function leak()
        """
        .formatted(state);
  }
}
