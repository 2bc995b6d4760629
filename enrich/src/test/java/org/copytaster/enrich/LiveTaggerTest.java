package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Settings;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTaggerTest {

  private static final String LIST =
      "id\ttype\tname\taliases\tdescription\nhouse:1\tPER\tUlla Hartwig\t\t\n";

  @TempDir private Path directory = Path.of("");

  @Test
  void articlesAreLinkedToAListWhileItIsThere() throws IOException {
    try (var tagging = start(Map.of())) {
      var before = tagged(tagging);
      assertThat(ids(before)).singleElement().asString().startsWith("local:per:");

      var list = Files.writeString(directory.resolve("people.tsv"), LIST);
      await().until(() -> ids(tagged(tagging)).equals(List.of("house:1")));
      assertThat(tagged(tagging).getEngines().get("link")).contains(" authority/");

      Files.delete(list);
      await().until(() -> tagged(tagging).equals(before));
    }
  }

  @Test
  void thresholdIsTheSettingsAlsoWithLists() throws IOException {
    Files.writeString(directory.resolve("people.tsv"), LIST);
    try (var tagging = start(Map.of("COPYTASTER_ENRICH_LINK_CONFIDENCE", "0.75"))) {
      assertThat(tagged(tagging).getEngines().get("link")).contains("least-confidence/0.75");
      assertThat(ids(tagged(tagging))).containsExactly("house:1");
    }
  }

  private LiveTagger start(Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put("COPYTASTER_ENRICH_AUTHORITY", directory.toString());
    var settings = EnrichSettings.read(Settings.of(environment));
    return LiveTagger.start(settings, new EnrichMetrics(new Metrics("enrich")), Clock.systemUTC());
  }

  private static EnrichedArticle tagged(LiveTagger tagging) {
    return tagging.get().tag("The minister Ulla Hartwig spoke.", null);
  }

  private static List<String> ids(EnrichedArticle enriched) {
    return enriched.getEntities().stream().map(Entity::getId).toList();
  }
}
