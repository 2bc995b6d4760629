package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.FullSample;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.Article;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that were written before articles were stored by their schema. */
@ExtendWith(Lanes.class)
class StoreMigrationIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GUID = "urn:old:1";

  /** As it was written then, with all that there could be. */
  private static final String OLD =
      """
      {"guid":"urn:old:1","version":1,"versionCreated":"2026-03-03T08:59:00Z","pubStatus":"USABLE",\
      "urgency":4,"headline":"Naira \\"steadies\\" é","slugline":"MARKETS","edNote":"C:\\\\u0000",\
      "subjects":[{"scheme":"medtop","code":"20000385","name":"currency"},{"name":"a\\u0000\\u0000"},{}],\
      "picture":{"url":"https://example.org/p"},"source":"sample-wire",\
      "receivedAt":"2026-03-03T09:00:00Z","contentHash":"hash-1"}""";

  private static final String SUBJECTS =
      """
      [{"scheme":"medtop","code":"20000385","name":"currency","type":"subject","parents":[]},\
      {"name":"a\uFFFD\uFFFD","type":"subject","parents":[]},{"type":"subject","parents":[]}]""";

  private SinkBench bench;
  private Lane lane;

  @BeforeEach
  void open(Lane lane) {
    this.lane = lane;
    bench = new SinkBench(lane);
    Flyway.configure().dataSource(lane.databaseUrl(), null, null).target("1").load().migrate();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void oldVersionGetsWhatIsKnownOfItAndNothingElse() throws Exception {
    store(GUID, OLD, "{\"dct\":{\"value\":\"2026\\u0000\"},\"zones\":[]}");
    bench.readySink();

    var article = json("select article as j from article_versions");

    var expected = (ObjectNode) JSON.readTree(OLD);
    expected.set("subjects", JSON.readTree(SUBJECTS));
    expected.put("embargoUnread", false).putArray("publicationDates");
    expected.putArray("repairs");
    assertThat(article).isEqualTo(expected);
    assertThat(article.path("edNote").asText()).isEqualTo("C:\\u0000");
    assertThat(json("select subjects as j from articles")).isEqualTo(JSON.readTree(SUBJECTS));
    assertThat(json("select tags as j from articles").at("/dct/value").asText())
        .isEqualTo("2026\uFFFD");
    assertThat(json("select tags as j from article_versions").at("/dct/value").asText())
        .isEqualTo("2026\uFFFD");
  }

  @Test
  void oldVersionThatSaidItAllStaysAsItIs() throws Exception {
    var whole =
        """
        {"guid":"g","version":1,"embargoUnread":true,"subjects":[],"publicationDates":[{"value":"2026"}],\
        "repairs":["mojibake"]}""";
    store("g", whole, "{}");
    bench.readySink();

    assertThat(json("select article as j from article_versions").toString()).isEqualTo(whole);
    assertThat(bench.rows("select subjects::text from articles"))
        .containsExactly(Map.of("subjects", "[]"));
  }

  @Test
  void tombstoneOfAKillStaysEmpty() {
    store(GUID, OLD, "{}");
    bench.execute("update article_versions set article = null, text = '', tags = null");
    bench.execute("update articles set pub_status = 'CANCELED', tags = null, subjects = '[]'");
    bench.readySink();

    assertThat(bench.rows("select article, tags from article_versions"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("article", null));
  }

  @Test
  void consoleShowsOldAndNewVersionsOfOneArticle() throws Exception {
    store(GUID, OLD, "{\"dct\":{\"value\":\"2026-03-03\"},\"zones\":[]}");
    bench.readySink();
    try (var console = new ConsoleBench(lane)) {
      var old = get(console.uri("/v1/articles/" + GUID));
      bench.publish(usable(GUID, 2, "Naira falls"));
      bench.awaitStored();
      var now = get(console.uri("/v1/articles/" + GUID));

      assertThat(old.path("subjects")).isEqualTo(JSON.readTree(SUBJECTS));
      assertThat(old.has("extra") || old.has("format") || old.has("repairs")).isFalse();
      assertThat(now.at("/versions").findValuesAsText("headline"))
          .containsExactly("Naira falls", "Naira \"steadies\" é");
    }
  }

  /** What SQL cannot know comes with the topic, which has the newest version of each guid. */
  @Test
  void storeFilledAnewFromTheTopicHasWhatOldRowsLack() throws Exception {
    var sink = bench.readySink();
    bench.publish(FullSample.article(GUID));
    bench.awaitStored();
    sink.close();
    bench.execute("update article_versions set article = '{\"guid\":\"urn:old:1\",\"version\":1}'");

    bench.execute("delete from consumer_positions");
    toTheBeginning();
    bench.readySink();
    bench.awaitStored();

    assertThat(
            FullSample.missing(
                Article.getClassSchema(), json("select article as j from article_versions")))
        .containsExactly("body");
  }

  private void toTheBeginning() throws Exception {
    try (var admin = Admin.create(lane.kafka().admin())) {
      var offsets = admin.listConsumerGroupOffsets(bench.group()).partitionsToOffsetAndMetadata();
      admin
          .alterConsumerGroupOffsets(
              bench.group(),
              offsets.get().keySet().stream()
                  .collect(
                      Collectors.toMap(
                          (TopicPartition partition) -> partition,
                          partition -> new OffsetAndMetadata(0))))
          .all()
          .get();
    }
  }

  private void store(String guid, String article, String tags) {
    var subjects = article.replaceFirst("(?s).*\"subjects\":(\\[.*?]).*", "$1");
    bench.execute(
        """
        insert into articles (guid, version, pub_status, subjects, source, content_hash, text, tags,
          received_at, enriched_at, stored_at)
        values ('%s', 1, 'USABLE', '%s', 'sample-wire', 'hash-1', 'Naira', '%s', now(), now(), now());
        insert into article_versions (guid, version, pub_status, content_hash, article, text, tags,
          received_at, enriched_at, stored_at)
        values ('%s', 1, 'USABLE', 'hash-1', '%s', 'Naira', '%s', now(), now(), now())
        """
            .formatted(guid, subjects, tags, guid, article, tags));
  }

  private JsonNode json(String sql) throws Exception {
    return JSON.readTree(String.valueOf(bench.rows(sql).get(0).get("j")));
  }

  private static JsonNode get(URI uri) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
