package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Machine;
import org.copytaster.parts.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A store is saved by {@code pg_dump} while it is written to, lost, and restored. The embedded
 * PostgreSQL has no such program, so the store stands in a container.
 */
@ExtendWith(Lanes.class)
class RestoreContainerIT {

  @TempDir private Path directory;

  @Test
  void aRestoredStoreGoesOnWithoutLossOrDoubling(Lane lane) throws Exception {
    Machine.needs(Machine.has("docker", "version"), "no container engine answers on this machine");
    try (var database = new PostgreSQLContainer("postgres:17-alpine")) {
      database.withDatabaseName("copytaster").start();
      var lost = with(lane, database, "copytaster");
      var restored = with(lane, database, "restored");
      try (var pipeline = new Pipeline(lost, directory.resolve("first"))) {
        pipeline.start();
        push(pipeline, 1, 20);
        run(database, "pg_dump", "--format=custom", "--no-owner", "--file=/tmp/dump", "copytaster");
        changeAfterTheDump(pipeline);
      }
      run(database, "createdb", "restored");
      run(
          database,
          "pg_restore",
          "--no-owner",
          "--exit-on-error",
          "--dbname=restored",
          "/tmp/dump");
      assertThat(new Tables(restored.databaseUrl()).count("select count(*) from articles"))
          .as("what the dump has")
          .isEqualTo(20);

      try (var pipeline = new Pipeline(restored, directory.resolve("second"))) {
        pipeline.start();
        pipeline.push(Pipeline.article("urn:after", 1, "after the restore"));
        pipeline.stored("urn:after", 1);
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(differences(lost, restored)).isEmpty());
        assertThat(pipeline.find("urn:restore:2").path("pubStatus").asText()).isEqualTo("CANCELED");
      }
    }
  }

  /** An update, a kill and new copy that only the topics have when the store is lost. */
  private static void changeAfterTheDump(Pipeline pipeline) throws Exception {
    pipeline.push(Pipeline.article("urn:restore:1", 2, "changed after the dump"));
    pipeline.push("{\"guid\":\"urn:restore:2\",\"version\":2,\"pubStatus\":\"CANCELED\"}");
    push(pipeline, 21, 30);
    pipeline.stored("urn:restore:1", 2);
    pipeline.stored("urn:restore:2", 2);
  }

  private static void push(Pipeline pipeline, int from, int to) throws Exception {
    for (int i = from; i <= to; i++) {
      pipeline.push(Pipeline.article("urn:restore:" + i, 1, "in Berlin on Tuesday " + i));
    }
    for (int i = from; i <= to; i++) {
      pipeline.stored("urn:restore:" + i, 1);
    }
  }

  /** Rows that one of both has, but for when and by which transaction they were written. */
  private static Map<String, List<String>> differences(Lane one, Lane other) {
    var differences = new HashMap<String, List<String>>();
    for (var table : RebuildBench.TABLES) {
      var before = RebuildBench.rows(one.databaseUrl(), table);
      var now = RebuildBench.rows(other.databaseUrl(), table);
      now.removeIf(row -> before.remove(row) || row.contains("urn:after"));
      now.addAll(before);
      if (!now.isEmpty()) {
        differences.put(table, now);
      }
    }
    return differences;
  }

  private static void run(PostgreSQLContainer database, String... command) throws Exception {
    var all = new ArrayList<>(List.of("env", "PGUSER=" + database.getUsername()));
    all.addAll(List.of(command));
    var ended = database.execInContainer(all.toArray(String[]::new));
    assertThat(ended.getExitCode()).as(ended.getStderr()).isZero();
  }

  private static Lane with(Lane lane, PostgreSQLContainer database, String name) {
    var url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(database.getHost(), database.getMappedPort(5432), name);
    var environment = new HashMap<>(lane.environment());
    environment.put("COPYTASTER_DATABASE_URL", url);
    environment.put("COPYTASTER_DATABASE_USER", database.getUsername());
    environment.put("COPYTASTER_DATABASE_PASSWORD", database.getPassword());
    var login = "?user=" + database.getUsername() + "&password=" + database.getPassword();
    return new Lane(environment, lane.kafka(), url + login, lane.storeLog());
  }
}
