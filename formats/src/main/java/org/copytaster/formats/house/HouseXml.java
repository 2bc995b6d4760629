package org.copytaster.formats.house;

import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;

/** What the agencies' own formats have in common: flat fields, and HTML that was escaped. */
final class HouseXml {

  private static final Pattern ENTITY = Pattern.compile("&(?:[a-z]{2,8}|#\\d{2,5});");

  private HouseXml() {}

  /** Whether copy begins with this element and this word stands near its beginning. */
  static boolean looksLike(CopyHead glimpse, String root, String word) {
    return glimpse.root().filter(root::equals).isPresent() && glimpse.text().contains(word);
  }

  /** Adds escaped HTML, also in elements that hold it unescaped. */
  static void html(BodyBuilder paragraphs, Element field) {
    if (field.childrenSize() > 0) {
      Markup.into(paragraphs, field);
      return;
    }
    var text = field.wholeText();
    if (text.indexOf('<') >= 0 || ENTITY.matcher(text).find()) {
      Markup.into(paragraphs, Markup.html(text));
    } else {
      paragraphs.add(text);
    }
  }

  /** Whether a field says yes. */
  static boolean yes(Element record, String field) {
    return XmlTree.text(record, field).matches("(?i)true|1|yes");
  }

  /**
   * Keeps every flat field that says something.
   *
   * @param read names that have a field of their own, as they are written
   */
  static void rest(Draft draft, Element record, Set<String> read) {
    for (var field : record.children()) {
      if (!read.contains(field.tagName())) {
        draft.extra(field.tagName(), Markup.line(field));
      }
    }
  }
}
