package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;

/**
 * How far bytes are UTF-8.
 *
 * @param sequences valid characters of more than one byte
 * @param broken places where no character begins, or where one is cut off
 */
record Utf8Tally(int sequences, int broken) {

  static Utf8Tally of(byte[] bytes) {
    var decoder = UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(8192);
    int sequences = 0;
    int broken = 0;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      out.flip();
      for (int i = 0; i < out.length(); i++) {
        char c = out.get(i);
        sequences += c > 0x7F && !Character.isLowSurrogate(c) ? 1 : 0;
      }
      out.clear();
      if (result.isError()) {
        broken++;
        in.position(in.position() + result.length());
        decoder.reset();
      }
    } while (result.isError() || result.isOverflow());
    return new Utf8Tally(sequences, broken);
  }

  boolean ascii() {
    return sequences == 0 && broken == 0;
  }

  boolean valid() {
    return broken == 0;
  }

  /** In other charsets two bytes are hardly ever valid UTF-8 by chance, so a half is much. */
  boolean mostly() {
    return sequences > 0 && sequences >= broken;
  }
}
