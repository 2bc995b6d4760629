package org.copytaster.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.OldRows;
import org.copytaster.parts.testing.Tables;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that were written before articles were stored by their schema. */
@ExtendWith(Lanes.class)
class StoreMigrationIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GUID = "urn:old:1";

  private Lane lane;
  private Tables tables;

  @BeforeEach
  void open(Lane lane) {
    this.lane = lane;
    tables = new Tables(lane.databaseUrl());
    Flyway.configure().dataSource(lane.databaseUrl(), null, null).target("1").load().migrate();
  }

  @Test
  void oldVersionGetsWhatIsKnownOfItAndNothingElse() throws Exception {
    OldRows.insert(
        tables, GUID, OldRows.ARTICLE, "{\"dct\":{\"value\":\"2026\\u0000\"},\"zones\":[]}");
    Database.migrate(DatabaseSettings.read(lane.settings()));

    var article = json("select article as j from article_versions");

    var expected = (ObjectNode) JSON.readTree(OldRows.ARTICLE);
    expected.set("subjects", JSON.readTree(OldRows.SUBJECTS));
    expected.put("embargoUnread", false).putArray("publicationDates");
    expected.putArray("repairs");
    assertThat(article).isEqualTo(expected);
    assertThat(article.path("edNote").asText()).isEqualTo("C:\\u0000");
    assertThat(json("select subjects as j from articles"))
        .isEqualTo(JSON.readTree(OldRows.SUBJECTS));
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
    OldRows.insert(tables, "g", whole, "{}");
    Database.migrate(DatabaseSettings.read(lane.settings()));

    assertThat(json("select article as j from article_versions").toString()).isEqualTo(whole);
    assertThat(tables.rows("select subjects::text from articles"))
        .containsExactly(Map.of("subjects", "[]"));
  }

  @Test
  void tombstoneOfAKillStaysEmpty() {
    OldRows.insert(tables, GUID, OldRows.ARTICLE, "{}");
    tables.execute("update article_versions set article = null, text = '', tags = null");
    tables.execute("update articles set pub_status = 'CANCELED', tags = null, subjects = '[]'");
    Database.migrate(DatabaseSettings.read(lane.settings()));

    assertThat(tables.rows("select article, tags from article_versions"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("article", null));
  }

  private JsonNode json(String sql) throws Exception {
    return JSON.readTree(String.valueOf(tables.rows(sql).get(0).get("j")));
  }
}
