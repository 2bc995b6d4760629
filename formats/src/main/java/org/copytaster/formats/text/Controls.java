package org.copytaster.formats.text;

import java.util.List;

/**
 * Takes out what is no text: control characters, and byte order marks that are not at the start.
 */
final class Controls {

  private static final char MARK = '\uFEFF';

  /** Escape, shift out and shift in. */
  private static final String SHIFTS = "\u001B\u000E\u000F";

  /** Bytes of which more than one in ten is a control are no text. */
  private static final int MOST_SHARE = 10;

  private Controls() {}

  /**
   * Whether {@code bytes} of a charset that contains ASCII are something else than text.
   *
   * @param escaped whether the charset changes its meaning by escapes and shifts, which are then no
   *     controls: a headline of two Japanese signs has as many of them as letters
   */
  static boolean prevail(byte[] bytes, boolean escaped) {
    int controls = 0;
    for (var each : bytes) {
      boolean shift = escaped && SHIFTS.indexOf(each) >= 0;
      controls += each >= 0 && removed((char) each) && !shift ? 1 : 0;
    }
    return controls > bytes.length / MOST_SHARE;
  }

  /** The text without them; says in {@code repairs} what was taken out. */
  static String clean(String text, List<String> repairs) {
    var clean = new StringBuilder(text.length());
    int controls = 0;
    int marks = 0;
    int meant = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == MARK) {
        marks++;
      } else if (c == '\f' || c == '\u000B') {
        controls++;
        clean.append('\n');
      } else if (c >= 0x80 && c <= 0x9F && meant(c) != c) {
        meant++;
        clean.append(meant(c));
      } else if (removed(c) || (c >= 0x7F && c <= 0x9F)) {
        controls++;
      } else {
        clean.append(c);
      }
    }
    if (marks > 0) {
      repairs.add("bom-in-middle");
    }
    if (meant > 0) {
      repairs.add("charset:c1-controls-read-as-windows-1252:" + meant);
    }
    if (controls > 0) {
      repairs.add("control-characters:" + controls);
    }
    return controls + marks + meant == 0 ? text : clean.toString();
  }

  /** What windows-1252 has in place of a control of ISO-8859-1, if it has something. */
  private static char meant(char control) {
    char c = new String(new byte[] {(byte) control}, CharsetLabels.WINDOWS_1252).charAt(0);
    return c == '\uFFFD' ? control : c;
  }

  private static boolean removed(char c) {
    return c < ' ' && "\t\n\f\r\u000B".indexOf(c) < 0;
  }
}
