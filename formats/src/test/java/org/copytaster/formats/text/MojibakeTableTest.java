package org.copytaster.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MojibakeTableTest {

  @TestFactory
  Stream<DynamicTest> textIsMendedAsTheTableSays() throws IOException {
    return Rows.of("mojibake.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0), () -> assertThat(Mojibake.mend(row.get(0))).isEqualTo(row.get(1))));
  }
}
