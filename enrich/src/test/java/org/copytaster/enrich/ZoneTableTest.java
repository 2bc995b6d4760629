package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.ZoneSpan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ZoneTableTest {

  private final RecordTagger tagging = OneTagging.ENGLISH;

  @TestFactory
  Stream<DynamicTest> stretchIsLabelledAsTheTableSays() throws IOException {
    return Cases.of("zone-cases.tsv")
        .map(row -> DynamicTest.dynamicTest(row.get(0), () -> check(row.get(0), row.get(1))));
  }

  private void check(String lines, String expected) {
    var text = lines.replace("⏎", "\n");
    var zones = tagging.tag(text, null).getZones();
    var wanted = expected.split(" \\+ ", -1);
    assertThat(zones).extracting(ZoneSpan::getZone).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      var zone = zones.get(i);
      var surface = text.substring(zone.getBegin(), zone.getEnd());
      assertThat(zone.getZone() + "=" + surface).startsWith(wanted[i]);
    }
  }
}
