package org.copytaster.formats.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.ninjs.NinjsFormat;

/**
 * Hands any bytes to every reader of agencies' JSON. A build tries the seeds in {@code
 * JsonFuzzTestInputs}; with {@code JAZZER_FUZZ=1} in the environment the fuzzer looks for more.
 */
class JsonFuzzTest {

  private static final List<ArticleFormat> FORMATS =
      List.of(
          new NinjsFormat(),
          new ApMediaFormat(),
          new ReutersApiFormat(),
          new SuperdeskFormat(),
          new DpaFormat(),
          new BelgaPressFormat());

  @FuzzTest(maxDuration = "1m")
  void anyJsonIsReadOrRefused(byte[] input) {
    var glimpse = CopyHead.of(input);
    for (var format : FORMATS) {
      format.recognises(glimpse);
      try {
        format.read(Copies.of(input, null, Map.of())).forEach(JsonFuzzTest::assertSound);
      } catch (UnreadableCopyException refused) {
        assertThat(refused.sentence()).isNotBlank();
      }
    }
  }

  private static void assertSound(Reading reading) {
    if (reading instanceof Reading.Text text) {
      var article = text.draft().build();
      assertThat(article.getGuid()).isNotBlank();
      for (var zone : article.getZones()) {
        assertThat(zone.getBegin()).isNotNegative().isLessThan(zone.getEnd());
        assertThat(zone.getEnd()).isLessThanOrEqualTo(article.getBody().length());
      }
    }
  }
}
