package org.copytaster.formats.text;

import com.ibm.icu.text.CharsetDetector;
import java.nio.charset.Charset;
import java.util.Optional;

/** The charsets that say in escape sequences what the bytes after them are. */
final class EscapedCharset {

  private static final String FAMILY = "ISO-2022-";
  private static final byte ESCAPE = 0x1B;
  private static final int LEAST_CONFIDENCE = 50;

  private EscapedCharset() {}

  /** Whether {@code charset} is one of them. */
  static boolean is(Charset charset) {
    return charset.name().startsWith(FAMILY);
  }

  /** The charset of bytes that are all ASCII, if their escapes are those of one. */
  static Optional<Charset> of(byte[] bytes) {
    boolean escapes = false;
    for (var each : bytes) {
      escapes |= each == ESCAPE;
    }
    if (!escapes) {
      return Optional.empty();
    }
    var match = new CharsetDetector().setText(bytes).detect();
    return match != null
            && match.getName().startsWith(FAMILY)
            && match.getConfidence() >= LEAST_CONFIDENCE
        ? CharsetLabels.charset(match.getName())
        : Optional.empty();
  }
}
