package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.Entity;
import org.copytaster.tagging.entity.link.Authority;
import org.copytaster.tagging.entity.link.Linking;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What becomes of a link on its way from the text to the record. */
class LinkedTextTest {

  private static final RecordTagger TAGGING = OneTagging.ENGLISH;

  @TestFactory
  Stream<DynamicTest> textNamesWhatTheTableSays() throws IOException {
    return Cases.of("linked-text-cases.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0), () -> assertThat(read(TAGGING, row.get(0))).isEqualTo(row.get(1))));
  }

  @Test
  void knownCountryIsNotLinkedEitherWhereMoreConfidenceIsAskedFor() {
    var strict = TAGGING.withLinking(new Linking(Authority.NONE, 0.99));
    assertThat(read(strict, "The team lost in Georgia.")).isEqualTo("Georgia: local");
    assertThat(read(strict, "The team lost in France.")).isEqualTo("France: iso3166:FR");
  }

  @Test
  void everyLinkHasAConfidenceAndNothingElseHas() {
    var text = "The envoy Ulla Hartwig left Russia for the harbour of Storbakken.";
    assertThat(TAGGING.tag(text, null).getEntities())
        .isNotEmpty()
        .allSatisfy(
            entity ->
                assertThat(entity.getLinkConfidence() == null)
                    .isEqualTo(entity.getKnowledgeBaseId() == null));
  }

  @Test
  void enginesSayWhatLinksDependOn() {
    assertThat(TAGGING.tag("Nobody came.", null).getEngines().get("link"))
        .isEqualTo("atlas/1 known/1 least-confidence/0.5");
  }

  private static String read(RecordTagger tagging, String text) {
    return tagging.tag(text.replace("⏎", "\n"), null).getEntities().stream()
        .map(entity -> entity.getName() + ": " + known(entity))
        .collect(Collectors.joining("; "));
  }

  private static String known(Entity entity) {
    var id = entity.getKnowledgeBaseId();
    return id == null ? "local" : id;
  }
}
