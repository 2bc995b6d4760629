package org.copytaster.formats.json;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Repairs of JSON that must be made in its text, since no parser forgives them. */
final class JsonMending {

  private static final Charset CP1252 = Charset.forName("windows-1252");

  /** An escape of JavaScript's, which JSON does not have, with the whole backslashes before it. */
  private static final Pattern HEX =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\x(\\p{XDigit}{2})");

  /** The beginning of an escape that has no four digits. */
  private static final Pattern SHORT =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u(?!\\p{XDigit}{4})");

  private static final Pattern OPENING =
      Pattern.compile("(?=[\\u201C-\\u201F])(?<=[{\\[,:]\\s{0,80})[\\u201C\\u201D\\u201E\\u201F]");
  private static final Pattern CLOSING =
      Pattern.compile("[\\u201C\\u201D\\u201F](?=\\s{0,80}[:,}\\]])");

  private JsonMending() {}

  /** Takes marks of byte order out of the middle and mends escapes that JSON does not have. */
  static String of(String text, List<String> repairs) {
    var marks = text.replace("\uFEFF", "");
    if (!marks.equals(text)) {
      repairs.add("json:byte-order-mark");
    }
    var hex =
        HEX.matcher(marks)
            .replaceAll(
                m ->
                    m.group(1).replace("\\", "\\\\")
                        + String.format(Locale.ROOT, "\\\\u%04x", (int) character(m.group(2))));
    var escapes = SHORT.matcher(hex).replaceAll("$1\\\\\\\\u");
    if (!escapes.equals(marks)) {
      repairs.add("json:escapes");
    }
    return escapes;
  }

  /** Makes straight quotes of curly ones that stand where JSON has its own. */
  static String quotes(String text) {
    return CLOSING.matcher(OPENING.matcher(text).replaceAll("\"")).replaceAll("\"");
  }

  private static char character(String hex) {
    var bytes = new byte[] {(byte) Integer.parseInt(hex, 16)};
    return new String(bytes, CP1252).charAt(0);
  }
}
