package org.copytaster.formats.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How Unicode says at the beginning of bytes which form it is in. */
enum ByteOrderMark {
  // UTF-32 first: its little-endian mark begins with that of UTF-16
  UTF_32LE(Charset.forName("UTF-32LE"), "\u00FF\u00FE\0\0"),
  UTF_32BE(Charset.forName("UTF-32BE"), "\0\0\u00FE\u00FF"),
  UTF_8(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00FE\u00FF");

  private static final int SAMPLE = 4096;

  private final Charset charset;

  /** One character a byte. */
  private final String mark;

  ByteOrderMark(Charset charset, String mark) {
    this.charset = charset;
    this.mark = mark;
  }

  Charset charset() {
    return charset;
  }

  static Optional<ByteOrderMark> of(byte[] bytes) {
    for (var each : values()) {
      if (each.begins(bytes)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * UTF-16 without a mark. Its ASCII characters, of which every script's text has some, come with a
   * zero on one side; no other text has zeros.
   */
  static Optional<Charset> unmarked(byte[] bytes) {
    int pairs = Math.min(SAMPLE, bytes.length) / 2;
    int bigEndian = 0;
    int littleEndian = 0;
    for (int i = 0; i < pairs; i++) {
      boolean high = bytes[2 * i] == 0;
      boolean low = bytes[2 * i + 1] == 0;
      bigEndian += high && !low ? 1 : 0;
      littleEndian += low && !high ? 1 : 0;
    }
    int more = Math.max(bigEndian, littleEndian);
    if (more < 2 || more * 10 < pairs || more < 10 * Math.min(bigEndian, littleEndian)) {
      return Optional.empty();
    }
    return Optional.of(
        bigEndian > littleEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  private boolean begins(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
    return head.startsWith(mark);
  }
}
