package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The charset that a page names in its first kilobyte. */
final class MarkupCharset {

  private static final int LOOKED_AT = 1024;

  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);
  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"'>]{1,40})[\"']");
  private static final Pattern META =
      Pattern.compile(
          "<meta\\s[^>]*?\\bcharset\\s*=\\s*[\"']?\\s*([^\\s\"'/;>]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private MarkupCharset() {}

  /** The label as the page has it: of {@code <meta>}, or else of the XML declaration. */
  static Optional<String> label(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), ISO_8859_1);
    var seen = COMMENT.matcher(head).replaceAll("");
    return Stream.of(META.matcher(seen), XML.matcher(seen))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }
}
