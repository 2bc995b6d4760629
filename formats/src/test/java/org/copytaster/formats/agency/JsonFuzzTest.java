package org.copytaster.formats.agency;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.copytaster.formats.copy.AnyBytes;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.feed.ActivityFormat;
import org.copytaster.formats.feed.WordPressFormat;
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
          new BelgaPressFormat(),
          new ActivityFormat(),
          new WordPressFormat());

  @FuzzTest(maxDuration = "1m")
  void anyJsonIsReadOrRefused(byte[] input) {
    AnyBytes.areReadOrRefused(input, FORMATS);
  }
}
