package org.copytaster.formats.lines;

import java.util.regex.Pattern;
import org.copytaster.formats.markup.Markup;
import org.jsoup.parser.Parser;

/** Text without the markup and the escapes that systems on its way have left in it. */
final class CleanText {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:amp;)*(?:#\\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[a-z]{2,8}|[A-Z][a-z]{3,7});");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?=['\"/\\u2019])");
  private static final Pattern LINE_ENDS = Pattern.compile("(?:\\\\r)?\\\\n");
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<(?:div|p|span|script|iframe|a|b|i|em|strong|br|img|blockquote)\\b[^<>]{0,500}>");

  /** A sign between tags of its own name. */
  private static final Pattern SIGN =
      Pattern.compile("<([a-z]{3,12})>([^<>\\p{L}\\p{N}]{0,3})</\\1>");

  private CleanText() {}

  /** Whether there may be something to clean. */
  static boolean suspicious(String text) {
    return text.indexOf('&') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('<') >= 0;
  }

  /** The text as it was meant; the same if there is nothing to clean. */
  static String of(String text) {
    if (!suspicious(text)) {
      return text;
    }
    var plain = text;
    for (int times = 0; times < 2 && ENTITY.matcher(plain).find(); times++) {
      plain = Parser.unescapeEntities(plain, false);
    }
    if (plain.contains("\\n\\n") || plain.contains("\\r\\n")) {
      plain = LINE_ENDS.matcher(plain).replaceAll("\n");
    }
    plain = SIGN.matcher(ESCAPED.matcher(plain).replaceAll("")).replaceAll("$2");
    return ELEMENT.matcher(plain).find() ? Markup.paragraphs(Markup.html(plain)).text() : plain;
  }
}
