package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes to the end, whatever stands in them, and counts what it could not read. Such bytes
 * become U+FFFD, one for each place.
 */
final class LenientDecoder {

  private final Charset charset;
  private final @Nullable Charset spare;
  private final StringBuilder text = new StringBuilder();
  private int undecodable;
  private int spared;

  private LenientDecoder(Charset charset, @Nullable Charset spare) {
    this.charset = charset;
    this.spare = spare;
  }

  /** All of {@code bytes} from {@code begin} on in one charset. */
  static LenientDecoder read(byte[] bytes, int begin, Charset charset) {
    var decoder = new LenientDecoder(charset, null);
    decoder.read(ByteBuffer.wrap(bytes, begin, bytes.length - begin));
    return decoder;
  }

  /**
   * UTF-8 into which text of another charset was pasted. A single byte that is no UTF-8 is read as
   * that of {@code spare}; a character of which only a part is there stays unread.
   */
  static LenientDecoder readMixed(byte[] bytes, Charset spare) {
    var decoder = new LenientDecoder(UTF_8, spare);
    decoder.read(ByteBuffer.wrap(bytes));
    return decoder;
  }

  String text() {
    return text.toString();
  }

  /** Bytes that became U+FFFD. */
  int undecodable() {
    return undecodable;
  }

  /** Bytes that were read in the spare charset. */
  int spared() {
    return spared;
  }

  private void read(ByteBuffer in) {
    var decoder = charset.newDecoder();
    var out = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      append(out);
      if (result.isError()) {
        skip(in, result.length());
        decoder.reset();
      }
    } while (result.isError() || result.isOverflow());
    decoder.flush(out);
    append(out);
  }

  private void append(CharBuffer out) {
    out.flip();
    text.append(out);
    out.clear();
  }

  private void skip(ByteBuffer in, int length) {
    var one = length == 1 ? other(in.get(in.position())) : "\uFFFD";
    if (one.equals("\uFFFD")) {
      undecodable += length;
    } else if (spare != null) {
      spared++;
    }
    text.append(one);
    in.position(in.position() + length);
  }

  /**
   * What a byte that means nothing may mean. The five bytes without a character in windows-1252 are
   * controls there by the WHATWG's standard, and are needed to undo a wrong reading of UTF-8.
   */
  private String other(byte one) {
    if (charset.equals(CharsetLabels.WINDOWS_1252)) {
      return String.valueOf((char) (one & 0xFF));
    }
    return spare == null ? "\uFFFD" : new String(new byte[] {one}, spare);
  }
}
