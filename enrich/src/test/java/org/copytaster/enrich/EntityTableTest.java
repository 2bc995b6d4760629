package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EntityTableTest {

  private final Tagging tagging = Tagging.english();

  @TestFactory
  Stream<DynamicTest> nameIsReadAsTheTableSays() throws IOException {
    return Cases.of("entity-cases.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0), () -> assertThat(read(row.get(0))).isEqualTo(row.get(1))));
  }

  private String read(String text) {
    Map<Integer, String> byPlace = new TreeMap<>();
    for (var entity : tagging.tag(text, null).getEntities()) {
      for (var mention : entity.getMentions()) {
        byPlace.put(
            mention.getBegin(),
            mention.getSurface() + "|" + mention.getType() + "|" + entity.getName());
      }
    }
    return String.join("; ", byPlace.values());
  }
}
