package org.copytaster.ingest.text;

import java.util.List;

/**
 * Takes out what is no text: control characters, and byte order marks that are not at the start.
 */
final class Controls {

  private static final char MARK = '\uFEFF';

  /** Bytes of which more than one in ten is a control are no text. */
  private static final int MOST_SHARE = 10;

  private Controls() {}

  /** Whether {@code bytes} of a charset that contains ASCII are something else than text. */
  static boolean prevail(byte[] bytes) {
    int controls = 0;
    for (var each : bytes) {
      controls += each >= 0 && removed((char) each) ? 1 : 0;
    }
    return controls > bytes.length / MOST_SHARE;
  }

  /** The text without them; says in {@code repairs} what was taken out. */
  static String clean(String text, List<String> repairs) {
    var clean = new StringBuilder(text.length());
    int controls = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == MARK) {
        marks++;
      } else if (c == '\f' || c == '\u000B') {
        controls++;
        clean.append('\n');
      } else if (removed(c) || (c >= 0x7F && c <= 0x9F)) {
        controls++;
      } else {
        clean.append(c);
      }
    }
    if (marks > 0) {
      repairs.add("bom-in-middle");
    }
    if (controls > 0) {
      repairs.add("control-characters:" + controls);
    }
    return controls + marks == 0 ? text : clean.toString();
  }

  private static boolean removed(char c) {
    return c < ' ' && "\t\n\f\r\u000B".indexOf(c) < 0;
  }
}
