package org.copytaster.formats.teletype;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.text.Decoding;

/**
 * Copy as text that has kept its control characters, with one kind of line end.
 *
 * @param repairs what was wrong with the bytes
 */
record Tape(String text, List<String> repairs) {

  static final char SOH = 1;
  static final char STX = 2;
  static final char ETX = 3;

  /** A control is written as this and a letter while the charset is found out. */
  private static final String ESCAPE = "\t\r\t";

  private static final Pattern ESCAPED = Pattern.compile("\t\r\t([@-_])");
  private static final Pattern END = Pattern.compile("\r+\n|\n|\r+");

  Tape {
    repairs = List.copyOf(repairs);
  }

  /**
   * Reads the bytes.
   *
   * @throws UnreadableCopyException if they are no text
   */
  static Tape of(Copy copy) throws UnreadableCopyException {
    var bytes = copy.bytes();
    var escaped = new ByteArrayOutputStream(bytes.length + 64);
    int controls = 0;
    for (var each : bytes) {
      if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r') {
        controls++;
        escaped.writeBytes(ESCAPE.getBytes(US_ASCII));
        escaped.write('@' + each);
      } else {
        escaped.write(each);
      }
    }
    var decoded = Decoding.ofLabelled(escaped.toByteArray(), copy.charset(), false);
    if (!decoded.readable() || controls * 4L > bytes.length) {
      throw new UnreadableCopyException("", "is not text in any charset that is known");
    }
    var text =
        ESCAPED
            .matcher(decoded.text())
            .replaceAll(m -> String.valueOf((char) (m.group(1).charAt(0) - 0x40)));
    var repairs = new ArrayList<>(decoded.repairs());
    repairs.removeIf(repair -> repair.startsWith("control-characters")); // DEL fills lines here
    return new Tape(END.matcher(text).replaceAll("\n"), repairs);
  }

  /** The text without the sign of its end, {@code NNNN} on a line of its own, if it has one. */
  static String withoutEnd(String text) {
    var stripped = text.stripTrailing();
    if (!stripped.endsWith("NNNN")) {
      return text;
    }
    var before = stripped.substring(0, stripped.length() - 4);
    return before.substring(before.lastIndexOf('\n') + 1).isBlank() ? before : text;
  }

  /** A line without what teleprinters were told in it: blanks and tabs stand for their codes. */
  static String plain(String line) {
    var plain = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case 0x1F -> plain.append('\t');
        case 0x1E, 0x1C, 0x1D -> plain.append(' ');
        default -> {
          if (c >= ' ' || c == '\t' || c == '\n') {
            plain.append(c);
          }
        }
      }
    }
    return plain
        .toString()
        .replace("``", "\u201C")
        .replace("''", "\u201D")
        .replace('`', '\u2018')
        .replaceAll("(?<=\\s)_(?=\\s)", "\u2014")
        .replaceAll("(?<=[\\d;\\s])\\{(?=[;\\s]|$)", "\u00BD");
  }
}
