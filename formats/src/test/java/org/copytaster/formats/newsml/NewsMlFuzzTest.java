package org.copytaster.formats.newsml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.house.CanadianPressFormat;
import org.copytaster.formats.house.ListingFormat;
import org.copytaster.formats.house.ReleaseFormat;
import org.copytaster.formats.house.RitzauFormat;

/**
 * Hands any bytes to every reader of XML. A build tries the seeds in {@code NewsMlFuzzTestInputs};
 * with {@code JAZZER_FUZZ=1} in the environment the fuzzer looks for more.
 */
class NewsMlFuzzTest {

  private static final List<ArticleFormat> FORMATS =
      List.of(
          new NewsMlG2Format(),
          new NewsMl1Format(),
          new NitfFormat(),
          new RitzauFormat(),
          new ReleaseFormat(),
          new CanadianPressFormat(),
          new ListingFormat());

  @FuzzTest(maxDuration = "1m")
  void anyXmlIsReadOrRefused(byte[] input) {
    for (var format : FORMATS) {
      try {
        format.read(Copies.of(input, null, Map.of())).forEach(NewsMlFuzzTest::assertSound);
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
