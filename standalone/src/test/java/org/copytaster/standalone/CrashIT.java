package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.copytaster.enrich.Enrich;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Writing;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.sink.Sink;
import org.copytaster.sink.SinkSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever dies under load, each guid and version stands exactly once where it should. */
@ExtendWith(Lanes.class)
class CrashIT {

  private static final int GUIDS = 1_000;
  private static final int VERSIONS = 2;
  private static final int ARTICLES = GUIDS * VERSIONS;

  @TempDir private Path directory;

  @Test
  void killedProcessesNeitherLoseNorDoubleAnything(Lane lane) throws Exception {
    var sink = process("sink", lane);
    var enrich = process("enrich", lane);
    try {
      publish(lane, 1);
      publish(lane, 2);
      awaitVersions(lane, 300);
      enrich.kill();
      sink.kill();
      sink = process("sink", lane);
      enrich = process("enrich", lane);
      awaitVersions(lane, ARTICLES / 2);
      sink.kill();
      enrich.kill();
      assertThat(versions(lane)).as("killed under load").isLessThan(ARTICLES);
      sink = process("sink", lane);
      enrich = process("enrich", lane);
      awaitVersions(lane, ARTICLES);
    } finally {
      sink.close();
      enrich.close();
    }

    assertEachStandsOnce(lane);
  }

  @Test
  void instancesThatComeAndGoNeitherLoseNorDoubleAnything(Lane lane) throws Exception {
    var first = List.of(sink(lane), enrich(lane, "a"));
    var second = List.of(sink(lane), enrich(lane, "b"));
    first.forEach(Service::start);
    second.forEach(Service::start);
    publish(lane, 1);
    awaitVersions(lane, 300);

    var stopping = CompletableFuture.runAsync(() -> first.forEach(Service::close));
    publish(lane, 2); // so there is load whenever they stop, on a quick machine as well
    stopping.get(2, TimeUnit.MINUTES);

    awaitVersions(lane, ARTICLES);
    second.forEach(Service::close);
    assertEachStandsOnce(lane);
  }

  private ChildJvm process(String service, Lane lane) {
    var environment = environment(lane, service);
    return ChildJvm.start(directory.resolve(service + ".log"), environment, service);
  }

  private static Service sink(Lane lane) {
    var settings = lane.settings("COPYTASTER_SINK_OPS_PORT", "0", "COPYTASTER_SINK_BATCH", "50");
    return Sink.service(SinkSettings.read(settings), new Metrics("sink"));
  }

  private Service enrich(Lane lane, String name) {
    var settings = Settings.of(environment(lane, name));
    return Enrich.service(EnrichSettings.read(settings), new Metrics("enrich"));
  }

  private Map<String, String> environment(Lane lane, String name) {
    var environment = new HashMap<>(lane.environment());
    environment.put("COPYTASTER_ENRICH_STATE", directory.resolve("state-" + name).toString());
    environment.put("COPYTASTER_ENRICH_OPS_PORT", "" + Ports.free());
    environment.put("COPYTASTER_SINK_OPS_PORT", "" + Ports.free());
    environment.put("COPYTASTER_SINK_BATCH", "50");
    return environment;
  }

  private static void publish(Lane lane, int version) {
    var articles =
        IntStream.range(0, GUIDS)
            .mapToObj(
                i ->
                    Article.newBuilder()
                        .setGuid("urn:crash:" + i)
                        .setVersion(version)
                        .setHeadline("Article " + i)
                        .setBody(
                            "President Anna Berg met Berg in Oslo on Tuesday. ".repeat(5)
                                + Marks.in("body"))
                        .setContentHash("hash " + i + " " + version)
                        .build())
            .toList();
    Writing.records(lane.kafka(), lane.topics().articles(), articles);
  }

  private static void assertEachStandsOnce(Lane lane) throws SQLException {
    var topic = new Topics(lane.kafka().topicPrefix()).enriched();
    var keys = new ArrayList<String>();
    for (var record : Reading.<EnrichedArticle>records(lane.kafka(), topic, ARTICLES)) {
      keys.add(record.key() + ":" + record.value().getArticle().getVersion());
    }
    assertThat(keys).hasSize(ARTICLES).doesNotHaveDuplicates();
    assertThat(count(lane, "select count(*) from article_versions")).isEqualTo(ARTICLES);
    assertThat(count(lane, "select count(*) from articles where version = " + VERSIONS))
        .isEqualTo(GUIDS);
    assertThat(
            count(
                lane,
                "select count(*) from (select guid, version from article_versions"
                    + " group by guid, version having count(*) > 1) doubled"))
        .isZero();
  }

  private static void awaitVersions(Lane lane, int atLeast) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> versions(lane) >= atLeast);
  }

  private static int versions(Lane lane) throws SQLException {
    return count(
        lane,
        "select case when to_regclass('article_versions') is null then 0"
            + " else (xpath('/row/n/text()', query_to_xml("
            + "'select count(*) as n from article_versions', true, true, '')))[1]::text::int end");
  }

  private static int count(Lane lane, String query) throws SQLException {
    try (var connection = DriverManager.getConnection(lane.databaseUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
