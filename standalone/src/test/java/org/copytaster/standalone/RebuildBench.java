package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Tables;
import org.copytaster.parts.testing.Writing;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;

/** A store with everything in it, and the topics that it was made of. */
final class RebuildBench {

  static final List<String> TABLES =
      List.of(
          "articles",
          "article_versions",
          "article_links",
          "entities",
          "mentions",
          "timexes",
          "recalls",
          "acknowledgements");

  /** When and by which transaction a row was written differs by nature. */
  private static final String ROWS =
      "select (to_jsonb(t) - 'stored_at' - 'written_by')::text as row from %s t order by 1";

  /** Earlier versions are tagged again, later than before. */
  private static final String VERSIONS =
      """
      select (to_jsonb(v) - 'stored_at'
        - case when v.version = a.version and v.tags is not null then '' else 'enriched_at' end)::text as row
      from article_versions v join articles a using (guid) order by 1
      """;

  private static final String FAR = "2199-01-01T00:00:00Z";

  private final Lane lane;
  private final Path directory;
  private final Map<String, List<String>> before = new HashMap<>();
  private Instant endOfHeld = Instant.MIN;
  private int compacted;

  RebuildBench(Lane lane, Path directory) {
    this.lane = lane;
    this.directory = directory;
  }

  /** Pushes copy of every kind, waits until the store has it, and has the topic compacted. */
  void fill() throws Exception {
    try (var pipeline = new Pipeline(lane, directory)) {
      pipeline.start();
      pushUsable(pipeline);
      pushKilled(pipeline);
      pushHeld(pipeline);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> positions(lane.databaseUrl()).equals(ends()));
      var id =
          new Tables(lane.databaseUrl()).rows("select id, guid from recalls order by id").get(0);
      Writing.records(lane.kafka(), topics().acknowledgements(), List.of(acknowledgement(id)));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> positions(lane.databaseUrl()).equals(ends()));
    }
    for (var table : TABLES) {
      before.put(table, rows(lane.databaseUrl(), table));
    }
    compact();
  }

  private void pushUsable(Pipeline pipeline) throws Exception {
    pipeline.push(Pipeline.article("urn:one", 1, "President Maria Lopez is in Berlin on Tuesday."));
    for (int version = 1; version <= 3; version++) {
      pipeline.push(Pipeline.article("urn:three", version, version + " died in Paris on 3 May"));
      pipeline.stored("urn:three", version);
    }
    pipeline.push(more("urn:linked", 1, "\"corrects\":{\"guid\":\"urn:one\",\"version\":1}"));
    pipeline.stored("urn:linked", 1);
    pipeline.push(more("urn:linked", 2, "\"signal\":\"CORRECTION\""));
    pipeline.push(Pipeline.article("urn:stale", 2, "second"));
    pipeline.push(Pipeline.article("urn:stale", 1, "first, and late"));
    pipeline.stored("urn:stale", 2);
    pipeline.push(Pipeline.article("urn:stale", 3, "third"));
    pipeline.push(more("urn:one", 9, "\"signal\":\"TEST\""));
  }

  private void pushKilled(Pipeline pipeline) throws Exception {
    for (var guid : List.of("urn:killed", "urn:back", "urn:low", "urn:own", "urn:low-and-back")) {
      int versions = guid.startsWith("urn:low") ? 3 : 1;
      for (int version = 1; version <= versions; version++) {
        pipeline.push(Pipeline.article(guid, version, "what is killed " + version));
        pipeline.stored(guid, version);
      }
      int kill = guid.equals("urn:own") ? 1 : 2;
      pipeline.push(
          "{\"guid\":\"%s\",\"version\":%d,\"pubStatus\":\"CANCELED\",\"edNote\":\"Wrong person.\"}"
              .formatted(guid, kill));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> pipeline.find(guid).path("pubStatus").asText(), "CANCELED"::equals);
    }
    pipeline.push(Pipeline.article("urn:back", 3, "it is back"));
    pipeline.stored("urn:back", 3);
    pipeline.push(Pipeline.article("urn:low-and-back", 4, "it is back"));
    pipeline.stored("urn:low-and-back", 4);
    pipeline.push(Pipeline.article("urn:low-and-back", 5, "and goes on"));
    // something that waits behind a kill must not be taken for killed
    pipeline.push(more("urn:low", 4, "\"embargoed\":\"" + FAR + "\""));
  }

  private void pushHeld(Pipeline pipeline) throws Exception {
    pipeline.push(Pipeline.article("urn:withheld", 1, "first"));
    pipeline.stored("urn:withheld", 1);
    pipeline.push(more("urn:withheld", 2, "\"pubStatus\":\"WITHHELD\""));
    pipeline.push(more("urn:suspended", 1, "\"pubStatus\":\"WITHHELD\""));
    pipeline.push(Pipeline.article("urn:suspended", 2, "released"));
    pipeline.push(more("urn:embargoed", 1, "\"embargoed\":\"" + FAR + "\""));
    pipeline.push(Pipeline.article("urn:held-later", 1, "out"));
    pipeline.push(more("urn:held-later", 2, "\"embargoed\":\"" + FAR + "\""));
    pipeline.push(more("urn:replaced", 1, "\"embargoed\":\"" + FAR + "\""));
    pipeline.push(Pipeline.article("urn:replaced", 2, "without an embargo"));
    pipeline.push(more("urn:unread", 1, "\"embargoed\":\"when he has spoken\""));
    var released = pipeline.push(more("urn:unread", 2, "\"embargoed\":\"when he has spoken\""));
    awaitHeld(pipeline, released.path("id").asText());
    act("urn:unread", ActKind.RELEASE);
    pipeline.stored("urn:unread", 2);
    pipeline.push(Pipeline.article("urn:unread", 3, "after that"));
    endOfHeld = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
    var held = pipeline.push(more("urn:held-by-editor", 1, "\"embargoed\":\"" + endOfHeld + "\""));
    awaitHeld(pipeline, held.path("id").asText());
    act("urn:held-by-editor", ActKind.HOLD);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Reading.records(lane.kafka(), topics().audit(), 2).size() == 2);
    pipeline.push(Pipeline.article("urn:held-by-editor", 2, "instead"));
    pipeline.stored("urn:held-by-editor", 2);
  }

  private static void awaitHeld(Pipeline pipeline, String receipt) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pipeline.receipt(receipt).path("stage").asText(), "HELD"::equals);
  }

  private void act(String guid, ActKind kind) {
    var act = Act.newBuilder().setId(kind + guid).setGuid(guid).setKind(kind).setBy("desk").build();
    Writing.records(lane.kafka(), topics().acts(), List.of(act));
  }

  private static Acknowledgement acknowledgement(Map<String, Object> recall) {
    return Acknowledgement.newBuilder()
        .setRecallId(String.valueOf(recall.get("id")))
        .setGuid(String.valueOf(recall.get("guid")))
        .setSubscriber("paper")
        .setTime(Instant.parse("2026-11-30T10:00:00Z"))
        .build();
  }

  private static String more(String guid, int version, String field) {
    return Pipeline.article(guid, version, "text").replaceFirst("\\{", "{" + field + ",");
  }

  /** What the broker's compaction leaves, within the test's patience: the newest of each key. */
  private void compact() throws Exception {
    var topic = topics().enriched();
    var newest = new LinkedHashMap<String, ConsumerRecord<byte[], byte[]>>();
    for (var record : Reading.bytes(lane.kafka(), topic, 1)) {
      newest.put(new String(record.key(), UTF_8), record);
    }
    try (var admin = Admin.create(lane.kafka().admin());
        var producer =
            new KafkaProducer<>(
                lane.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var gone =
          ends().entrySet().stream()
              .filter(each -> each.getKey().topic().equals(topic))
              .collect(toMap(Map.Entry::getKey, e -> RecordsToDelete.beforeOffset(e.getValue())));
      policy(admin, "delete"); // the broker deletes nothing of a topic that is compacted only
      admin.deleteRecords(gone).all().get();
      policy(admin, "compact");
      for (var each : newest.values()) {
        producer
            .send(
                new ProducerRecord<>(
                    topic,
                    each.partition(),
                    each.timestamp(),
                    each.key(),
                    each.value(),
                    each.headers()))
            .get();
      }
    }
    compacted = newest.size();
    assertThat(Reading.bytes(lane.kafka(), topic, newest.size())).hasSize(newest.size());
  }

  private void policy(Admin admin, String policy) throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, topics().enriched());
    var change =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
  }

  /** The lane's topics, and the database of another lane. */
  Lane with(Lane other) {
    var environment = new HashMap<>(lane.environment());
    environment.put(
        "COPYTASTER_DATABASE_URL",
        Objects.requireNonNull(other.environment().get("COPYTASTER_DATABASE_URL")));
    return new Lane(environment, lane.kafka(), other.databaseUrl(), lane.storeLog());
  }

  Topics topics() {
    return new Topics(lane.kafka().topicPrefix());
  }

  /** The rows of a table as they were before the store was lost. */
  List<String> before(String table) {
    return Objects.requireNonNull(before.get(table));
  }

  /** The rows of a table, without what differs by nature. */
  static List<String> rows(String url, String table) {
    var sql = table.equals("article_versions") ? VERSIONS : ROWS.formatted(table);
    var rows = new ArrayList<String>();
    new Tables(url).rows(sql).forEach(row -> rows.add(String.valueOf(row.get("row"))));
    return rows;
  }

  /** The rows that a table had before or has now, and not both; what is longer is cut. */
  List<String> differences(String url, String table) {
    var now = rows(url, table);
    var differences = new ArrayList<String>();
    before(table).stream()
        .filter(row -> !now.contains(row))
        .forEach(row -> differences.add("before: " + row));
    now.stream()
        .filter(row -> !before(table).contains(row))
        .forEach(row -> differences.add("now: " + row));
    if (differences.isEmpty() && now.size() != before(table).size()) {
      differences.add("rows that are equal: " + before(table).size() + " before, " + now.size());
    }
    return differences;
  }

  /** How far a store says that it has come. */
  Map<TopicPartition, Long> positions(String url) {
    var positions = new HashMap<TopicPartition, Long>();
    for (var row : new Tables(url).rows("select * from consumer_positions")) {
      positions.put(
          new TopicPartition(
              String.valueOf(row.get("topic")),
              ((Number) Objects.requireNonNull(row.get("partition"))).intValue()),
          ((Number) Objects.requireNonNull(row.get("next_offset"))).longValue());
    }
    return positions;
  }

  /** Where the topics end that a store is made of. */
  Map<TopicPartition, Long> ends() {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    try (var admin = Admin.create(lane.kafka().admin())) {
      for (var topic :
          List.of(topics().enriched(), topics().recalls(), topics().acknowledgements())) {
        for (int i = 0; i < 4; i++) {
          asked.put(new TopicPartition(topic, i), OffsetSpec.latest());
        }
      }
      return admin.listOffsets(asked).all().get().entrySet().stream()
          .collect(toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many records the sink finds behind the group's offset that nobody has answered for. */
  int compacted() {
    return compacted;
  }

  long letters() {
    return Reading.count(lane.kafka(), topics().deadLetters());
  }

  long receipts() {
    return Reading.records(lane.kafka(), topics().receipts(), 1).size();
  }

  Instant endOfHeld() {
    return endOfHeld;
  }
}
