package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.schemas.record.Timex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TimexTableTest {

  private final Tagging tagging = Tagging.english();

  @TestFactory
  Stream<DynamicTest> timeExpressionIsReadAsTheTableSays() throws IOException {
    return Cases.of("timex-cases.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(1) + " " + row.get(0),
                    () -> assertThat(read(row.get(0), row.get(1))).isEqualTo(row.get(2))));
  }

  private String read(String creation, String text) {
    return tagging.tag(text, creation.isEmpty() ? null : creation).getTimexes().stream()
        .map(TimexTableTest::row)
        .collect(Collectors.joining("; "));
  }

  private static String row(Timex timex) {
    return String.join(
        "|",
        timex.getSurface(),
        timex.getType().name(),
        orNothing(timex.getValue()),
        orNothing(timex.getMod()));
  }

  private static String orNothing(@Nullable String value) {
    return value == null ? "" : value;
  }
}
