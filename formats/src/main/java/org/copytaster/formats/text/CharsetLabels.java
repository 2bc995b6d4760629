package org.copytaster.formats.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of charsets mean. As the WHATWG's Encoding Standard has it, a name stands for the
 * largest charset that is in use under it: whoever says ISO-8859-1 means windows-1252.
 */
final class CharsetLabels {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("iso-8859-8-i", "ISO-8859-8"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"));

  private CharsetLabels() {}

  /** What a label means, or nothing if nobody knows it. */
  static Optional<Charset> charset(String label) {
    var name = label.strip().toLowerCase(Locale.ROOT);
    var meant = MEANT.get(name);
    try {
      var charset = Charset.forName(meant == null ? name : meant);
      return Optional.of(meant == null ? meant(charset) : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** What is meant where {@code charset} is said. */
  static Charset meant(Charset charset) {
    var meant = MEANT.get(charset.name().toLowerCase(Locale.ROOT));
    return meant == null ? charset : Charset.forName(meant);
  }

  /**
   * Whether a character takes two or four bytes, so that no markup can be read before it is known.
   */
  static boolean wide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  /** Whether each byte is a character. */
  static boolean singleByte(Charset charset) {
    return !wide(charset)
        && !charset.equals(StandardCharsets.UTF_8)
        && charset.canEncode()
        && charset.newEncoder().maxBytesPerChar() == 1;
  }

  /** The name in the words of repairs. */
  static String word(Charset charset) {
    return charset.name().toLowerCase(Locale.ROOT);
  }
}
