package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.Entity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which entities an article is about, and in which order, as a reader would say. */
class SalienceTableTest {

  private final RecordTagger tagging = OneTagging.ENGLISH;

  @TestFactory
  Stream<DynamicTest> articleIsAboutThoseThatAReaderWouldName() {
    return Cases.of("salience-cases.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0), () -> assertThat(subjects(row.get(0))).isEqualTo(row.get(1))));
  }

  @TestFactory
  Stream<DynamicTest> oneComesBeforeTheOtherAsTheTableSays() {
    return Cases.of("salience-cases.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0), () -> assertThat(order(row.get(0), row.get(2))).isSorted()));
  }

  private List<Entity> entities(String text) {
    return tagging.tag(text.replace("⏎", "\n"), null).getEntities();
  }

  private String subjects(String text) {
    return entities(text).stream()
        .filter(entity -> entity.getRoles().contains("SUBJECT"))
        .sorted(Comparator.comparingDouble(entity -> -entity.getSalience()))
        .map(Entity::getName)
        .collect(Collectors.joining(", "));
  }

  /**
   * The salience of the entities named, each below zero, so that the first must be the smallest.
   */
  private List<Double> order(String text, String names) {
    var entities = entities(text);
    return Stream.of(names.split(" > ", -1))
        .map(
            name ->
                entities.stream()
                    .filter(entity -> entity.getName().equals(name))
                    .mapToDouble(entity -> -entity.getSalience())
                    .min()
                    .orElseThrow())
        .toList();
  }
}
