package org.copytaster.formats.newsml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.copytaster.formats.copy.AnyBytes;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.feed.SitemapFormat;
import org.copytaster.formats.house.AlertFormat;
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
          new ListingFormat(),
          new AlertFormat(),
          new SitemapFormat());

  @FuzzTest(maxDuration = "1m")
  void anyXmlIsReadOrRefused(byte[] input) {
    AnyBytes.areReadOrRefused(input, FORMATS);
  }
}
