package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grafana's files as text; {@code ComposeContainerIT} puts their queries to a Prometheus. */
class DashboardTest {

  private static final Pattern SENTENCE = Pattern.compile("[A-Z][^.]*([.]\\d[^.]*)*[.]");
  private static final String RUNBOOK = "${runbook}#";
  private static final int WIDTH = 24;

  static List<DashboardFile> files() {
    return DashboardFile.all();
  }

  @Test
  void dashboardsAreFiveAndHaveNamesOfTheirOwn() {
    assertThat(files())
        .extracting(file -> file.json().path("uid").asText())
        .containsExactlyInAnyOrder(
            "copytaster",
            "copytaster-slo",
            "copytaster-sources",
            "copytaster-store",
            "copytaster-stream");
    assertThat(files())
        .extracting(file -> file.json().path("title").asText())
        .doesNotHaveDuplicates()
        .allMatch(title -> title.startsWith("Copytaster: "));
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachIsKnownByItsFileAndLeadsToTheOthers(DashboardFile file) {
    assertThat(file.name()).isEqualTo(file.json().path("uid").asText() + ".json");
    assertThat(file.json().path("tags").toString()).isEqualTo("[\"copytaster\"]");
    assertThat(file.json().at("/links/0/tags").toString()).isEqualTo("[\"copytaster\"]");
    assertThat(file.json().at("/templating/list").findValuesAsText("name"))
        .contains("datasource", "runbook");
  }

  @ParameterizedTest
  @MethodSource("files")
  void panelsHaveIdsOfTheirOwnAndLieBesideOneAnother(DashboardFile file) {
    var ids = new HashSet<Integer>();
    var taken = new HashSet<List<Integer>>();
    for (var panel : file.json().path("panels")) {
      var title = panel.path("title").asText();
      assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
      var at = panel.path("gridPos");
      int left = at.path("x").asInt();
      assertThat(left + at.path("w").asInt()).as(title).isLessThanOrEqualTo(WIDTH);
      for (int x = left; x < left + at.path("w").asInt(); x++) {
        for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
          assertThat(taken.add(List.of(x, y))).as(title).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachPanelSaysWhatItShows(DashboardFile file) {
    assertThat(file.panels())
        .extracting(panel -> panel.path("title").asText())
        .doesNotHaveDuplicates();
    for (var panel : file.panels()) {
      var title = panel.path("title").asText();
      assertThat(title).isNotEmpty();
      assertThat(panel.path("description").asText()).as(title).matches(SENTENCE);
      assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotEmpty();
      assertThat(panel.path("targets").size()).as(title).isPositive();
      assertThat(panel.findValuesAsText("refId")).as(title).doesNotHaveDuplicates();
      var sources = new ArrayList<>(panel.findValues("datasource"));
      sources.add(panel.path("datasource"));
      assertThat(sources)
          .as(title)
          .extracting(source -> source.path("uid").asText())
          .containsOnly("${datasource}");
    }
  }

  /** Where a panel turns red or orange, somebody wants to know what to do. */
  @ParameterizedTest
  @MethodSource("files")
  void whatTurnsRedLeadsToTheRunbook(DashboardFile file) {
    for (var panel : file.panels()) {
      var sections = sections(panel);
      assertThat(OpsFiles.runbookSections()).as(panel.path("title").asText()).containsAll(sections);
      var colours = panel.at("/fieldConfig/defaults/thresholds/steps").findValuesAsText("color");
      // what rings is named with its own section
      if (colours.contains("red") && !panel.toString().contains("ALERTS{")) {
        assertThat(sections).as(panel.path("title").asText()).isNotEmpty();
      }
    }
  }

  private static List<String> sections(JsonNode panel) {
    var sections = new ArrayList<String>();
    for (var link : panel.path("links")) {
      var url = link.path("url").asText();
      assertThat(url).startsWith(RUNBOOK);
      sections.add(url.substring(RUNBOOK.length()));
    }
    return sections;
  }
}
