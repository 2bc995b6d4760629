package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/**
 * Hands any bytes to the reader of bytes. The first line of an input is what the transport
 * declares, nothing where it is empty; the rest is what came. A build tries the seeds in {@code
 * DecodingFuzzTestInputs}; with {@code JAZZER_FUZZ=1} in the environment the fuzzer looks for more.
 */
class DecodingFuzzTest {

  @DictionaryFile(resourcePath = "DecodingFuzzTestWords.txt")
  @FuzzTest(maxDuration = "2m")
  void anyBytesAreReadSoundly(byte[] input) {
    DecodingInvariants.assertReadSoundly(body(input), label(input));
  }

  @DictionaryFile(resourcePath = "DecodingFuzzTestWords.txt")
  @FuzzTest(maxDuration = "2m")
  void textComesBackFromTheCharsetThatIsDeclared(byte[] input) {
    DecodingInvariants.assertComesBack(body(input), label(input));
  }

  private static String label(byte[] input) {
    return new String(input, 0, endOfLine(input), ISO_8859_1);
  }

  private static byte[] body(byte[] input) {
    int begin = Math.min(input.length, endOfLine(input) + 1);
    return Arrays.copyOfRange(input, begin, input.length);
  }

  private static int endOfLine(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    return end;
  }
}
