package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.Timex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads the folder of cases, one table a phenomenon. */
class TimexTableTest {

  private static final String FOLDER = "timex-cases";

  /** What the engine is known to read wrong; a line that is read rightly moves to its table. */
  private static final String OPEN = "open.tsv";

  private final RecordTagger tagging = OneTagging.ENGLISH;

  @TestFactory
  Stream<DynamicContainer> timeExpressionIsReadAsTheTableSays() throws IOException {
    return tables()
        .filter(table -> !table.equals(OPEN))
        .map(table -> DynamicContainer.dynamicContainer(table, cases(table).map(this::reads)));
  }

  @TestFactory
  Stream<DynamicTest> caseKnownToBeReadWrongIsStillReadWrong() {
    return cases(OPEN)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(1) + " " + row.get(0),
                    () -> assertThat(read(row.get(0), row.get(1))).isNotEqualTo(row.get(2))));
  }

  @Test
  void caseIsWrittenOnceInAllTables() throws IOException {
    var questions =
        tables().flatMap(TimexTableTest::cases).map(row -> row.get(0) + "\t" + row.get(1)).toList();
    assertThat(questions).doesNotHaveDuplicates();
  }

  private DynamicTest reads(List<String> row) {
    return DynamicTest.dynamicTest(
        row.get(1) + " " + row.get(0),
        () -> assertThat(read(row.get(0), row.get(1))).isEqualTo(row.get(2)));
  }

  private static Stream<String> tables() throws IOException {
    return Cases.tables(FOLDER);
  }

  private static Stream<List<String>> cases(String table) {
    return Cases.of(FOLDER + "/" + table);
  }

  private String read(String creation, String text) {
    return tagging.tag(text, creation.isEmpty() ? null : creation).getTimexes().stream()
        .map(TimexTableTest::row)
        .collect(Collectors.joining("; "));
  }

  private static String row(Timex timex) {
    var row =
        String.join(
            "|",
            timex.getSurface(),
            timex.getType().name(),
            orNothing(timex.getValue()),
            orNothing(timex.getMod()));
    return row + attribute("quant", timex.getQuant()) + attribute("freq", timex.getFreq());
  }

  private static String attribute(String name, @Nullable String value) {
    return value == null ? "" : "|" + name + "=" + value;
  }

  private static String orNothing(@Nullable String value) {
    return value == null ? "" : value;
  }
}
