package org.copytaster.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.copytaster.formats.text.Rows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WireTimeTableTest {

  @TestFactory
  Stream<DynamicTest> timeIsReadAsTheTableSays() throws IOException {
    return Rows.of(WireTimeTableTest.class, "wire-times.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0) + " in " + row.get(1),
                    () ->
                        assertThat(read(row.get(0), row.get(1)))
                            .isEqualTo(row.get(2) + " " + row.get(3))));
  }

  private static String read(String text, String zone) {
    return WireTime.read(text, ZoneId.of(zone))
        .map(
            moment ->
                moment.instant() + " " + (moment.assumed() == null ? "none" : moment.assumed()))
        .orElse(" ");
  }
}
