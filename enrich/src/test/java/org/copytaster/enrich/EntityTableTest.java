package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.Entity;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads the folder of cases, one table a phenomenon: what is named, whom it means, and which roles
 * and attributes the entity gets. How much an article is about each is in {@link
 * SalienceTableTest}.
 */
class EntityTableTest {

  private static final String FOLDER = "entity-cases";

  /** What the engine is known to read wrong; a line that is read rightly moves to its table. */
  private static final String OPEN = "open.tsv";

  private final RecordTagger tagging = OneTagging.ENGLISH;

  private record Reading(String mentions, String facts) {}

  @TestFactory
  Stream<DynamicContainer> nameIsReadAsTheTableSays() throws IOException {
    return Cases.tables(FOLDER)
        .filter(table -> !table.equals(OPEN))
        .map(table -> DynamicContainer.dynamicContainer(table, cases(table).map(this::reads)));
  }

  @TestFactory
  Stream<DynamicTest> caseKnownToBeReadWrongIsStillReadWrong() {
    return cases(OPEN)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0), () -> assertThat(read(row.get(0))).isNotEqualTo(expected(row))));
  }

  @Test
  void caseIsWrittenOnceInAllTables() throws IOException {
    var texts = Cases.tables(FOLDER).flatMap(EntityTableTest::cases).map(row -> row.get(0));
    assertThat(texts.toList()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
  }

  private DynamicTest reads(List<String> row) {
    return DynamicTest.dynamicTest(
        row.get(0), () -> assertThat(read(row.get(0))).isEqualTo(expected(row)));
  }

  private static Stream<List<String>> cases(String table) {
    return Cases.of(FOLDER + "/" + table);
  }

  private static Reading expected(List<String> row) {
    return new Reading(row.get(1), row.size() > 2 ? row.get(2) : "");
  }

  private Reading read(String text) {
    Map<Integer, String> byPlace = new TreeMap<>();
    var facts = new ArrayList<String>();
    for (var entity : tagging.tag(text.replace("⏎", "\n"), null).getEntities()) {
      for (var mention : entity.getMentions()) {
        var surface = mention.getSurface().replace('\n', ' ');
        byPlace.put(mention.getBegin(), surface + "|" + mention.getType() + "|" + entity.getName());
      }
      var said = facts(entity);
      if (!said.isEmpty()) {
        facts.add(entity.getName() + ": " + said);
      }
    }
    return new Reading(String.join("; ", byPlace.values()), String.join("; ", facts));
  }

  private static String facts(Entity entity) {
    var facts = new StringJoiner(", ");
    for (var role : entity.getRoles()) {
      if (!role.equals("SUBJECT")) {
        facts.add(role);
      }
    }
    for (var attribute : entity.getAttributes()) {
      facts.add(attribute.getKind() + "=" + attribute.getValue());
    }
    return facts.toString();
  }
}
