package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.parts.testing.EnrichedSamples.usable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.OldRows;
import org.copytaster.parts.testing.Tables;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was stored before articles were stored by their schema. */
@ExtendWith(Lanes.class)
class OldRowsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GUID = "urn:old:1";

  @Test
  void oldAndNewVersionsOfOneArticleAreShown(Lane lane) throws Exception {
    var tables = new Tables(lane.databaseUrl());
    Flyway.configure().dataSource(lane.databaseUrl(), null, null).target("1").load().migrate();
    OldRows.insert(
        tables, GUID, OldRows.ARTICLE, "{\"dct\":{\"value\":\"2026-03-03\"},\"zones\":[]}");
    try (var bench = new StoreBench(lane);
        var console = new ConsoleBench(lane)) {
      var old = get(console.uri("/v1/articles/" + GUID));
      bench.store(usable(GUID, 2, "Naira falls"));
      var now = get(console.uri("/v1/articles/" + GUID));

      assertThat(old.path("subjects")).isEqualTo(JSON.readTree(OldRows.SUBJECTS));
      assertThat(old.has("extra") || old.has("format") || old.has("repairs")).isFalse();
      assertThat(now.at("/versions").findValuesAsText("headline"))
          .containsExactly("Naira falls", "Naira \"steadies\" é");
    }
  }

  private static JsonNode get(URI uri) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
