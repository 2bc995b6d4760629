package org.copytaster.formats.page;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Hands any HTML to the reader of pages. A build tries the seeds in {@code PageFuzzTestInputs};
 * with {@code JAZZER_FUZZ=1} in the environment the fuzzer looks for more.
 */
class PageFuzzTest {

  @DictionaryFile(resourcePath = "PageFuzzTestWords.txt")
  @FuzzTest(maxDuration = "2m")
  void anyPageIsReadSoundly(byte[] input) {
    var html = new String(input, StandardCharsets.UTF_8);

    PageInvariants.assertNothingIsLost(html, PageInvariants.read(html));
  }
}
