package org.copytaster.formats.text;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One way of reading UTF-8 wrongly: as a charset of single bytes, which can be undone. */
enum Misreading {
  // windows-1252 stands for ISO-8859-1 too: its table takes the controls that this has there
  WINDOWS_1252("windows-1252", 2),
  WINDOWS_1250("windows-1250", 2),
  WINDOWS_1251("windows-1251", 3),
  MAC_ROMAN("x-MacRoman", 3),
  IBM_437("IBM437", 2),
  IBM_850("IBM850", 2);

  private static final char NO_CHARACTER = '\uFFFD';

  private final int run;

  /** The characters that bytes from 0x80 on were read as, with the bytes. */
  @SuppressWarnings("ImmutableEnumChecker") // filled once, in the constructor
  private final Map<Character, Integer> bytes;

  /**
   * A misreading.
   *
   * @param run how many characters of another script must touch to be none by chance
   */
  Misreading(String charset, int run) {
    this.run = run;
    var table = new TreeMap<Character, Integer>();
    for (int b = 0x80; b <= 0xFF; b++) {
      char c = new String(new byte[] {(byte) b}, Charset.forName(charset)).charAt(0);
      if (c != NO_CHARACTER) {
        table.put(c, b);
      }
      if (b < 0xA0 && charset.equals("windows-1252")) {
        table.put((char) b, b);
      }
    }
    this.bytes = Map.copyOf(table);
  }

  int run() {
    return run;
  }

  /**
   * A stretch that is a character in UTF-8 if its characters are bytes.
   *
   * @param begin UTF-16 offset, inclusive
   * @param end exclusive
   * @param codePoint the character that the bytes mean
   */
  record Sequence(int begin, int end, int codePoint) {

    boolean touches(Sequence next) {
      return end == next.begin;
    }
  }

  /** Every stretch of {@code text} that may have been one character, in order. */
  List<Sequence> sequences(String text) {
    var found = new ArrayList<Sequence>();
    int i = 0;
    while (i < text.length()) {
      int length = text.charAt(i) < 0x80 ? 0 : length(text.charAt(i));
      int codePoint = length == 0 ? -1 : codePoint(text, i, length);
      if (codePoint >= 0) {
        found.add(new Sequence(i, i + length, codePoint));
        i += length;
      } else {
        i++;
      }
    }
    return found;
  }

  /** How many bytes a character has that begins with the byte read as {@code c}; 0 if none does. */
  private int length(char c) {
    int lead = bytes.getOrDefault(c, 0);
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  /** The character, or -1 if the bytes are not one in its shortest form. */
  private int codePoint(String text, int begin, int length) {
    if (begin + length > text.length()) {
      return -1;
    }
    int codePoint = bytes.getOrDefault(text.charAt(begin), 0) & (0xFF >> (length + 1));
    for (int i = begin + 1; i < begin + length; i++) {
      int next = bytes.getOrDefault(text.charAt(i), 0);
      if (next < 0x80 || next > 0xBF) {
        return -1;
      }
      codePoint = codePoint << 6 | (next & 0x3F);
    }
    int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    boolean whole =
        codePoint >= least
            && Character.isValidCodePoint(codePoint)
            && (codePoint < 0xD800 || codePoint > 0xDFFF);
    return whole ? codePoint : -1;
  }
}
