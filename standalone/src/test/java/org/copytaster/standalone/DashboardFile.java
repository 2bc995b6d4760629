package org.copytaster.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One of Grafana's files in {@code ops/grafana/dashboards}.
 *
 * @param name of the file
 * @param json what is in it
 */
record DashboardFile(String name, JsonNode json) {

  /**
   * What a panel asks.
   *
   * @param where file and panel
   * @param expression as it stands there, with variables
   */
  record Query(String where, String expression) {

    /** As Grafana would send it: variables with the values that they begin with. */
    String filledIn() {
      return expression.replace("$__rate_interval", "1m").replace("$source", ".*");
    }
  }

  /** All of them, by name. */
  static List<DashboardFile> all() {
    var files = new ArrayList<DashboardFile>();
    try (var found = Files.list(OpsFiles.CHECKOUT.resolve("ops/grafana/dashboards"))) {
      for (Path file : found.sorted().toList()) {
        var json = new ObjectMapper().readTree(file.toFile());
        files.add(new DashboardFile(file.getFileName().toString(), json));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Panels without the rows that they stand in. */
  List<JsonNode> panels() {
    var panels = new ArrayList<JsonNode>();
    for (var panel : json.path("panels")) {
      if (!panel.path("type").asText().equals("row")) {
        panels.add(panel);
      }
    }
    return panels;
  }

  List<Query> queries() {
    var queries = new ArrayList<Query>();
    for (var panel : panels()) {
      for (var target : panel.path("targets")) {
        var where = name + ", " + panel.path("title").asText();
        queries.add(new Query(where, target.path("expr").asText()));
      }
    }
    return queries;
  }

  @Override
  public String toString() {
    return name;
  }
}
