package org.copytaster.formats.markup;

import java.util.List;
import org.jsoup.nodes.Element;

/** The headline that stands in running text once more, which is no part of the body. */
public final class Headings {

  private static final List<String> NAMES = List.of("h1", "h2", "hl1", "headline");

  private Headings() {}

  /** The first heading of the highest rank in a text; empty if there is none. */
  public static String first(Element text) {
    return XmlTree.any(text, "h1").map(Markup::line).orElse("");
  }

  /**
   * Takes the headline out of a text where it stands in a heading, and with it the {@code header}
   * around it, which then holds the same that the fields hold.
   */
  public static void drop(Element text, String headline) {
    if (headline.isBlank()) {
      return;
    }
    for (var heading : XmlTree.all(text, NAMES.toArray(String[]::new))) {
      if (!Markup.line(heading).equals(headline.strip())) {
        continue;
      }
      var parent = heading.parent();
      var whole = parent != null && XmlTree.is(parent, "header") ? parent : heading;
      if (!whole.equals(text)) {
        whole.remove();
      }
      return;
    }
  }
}
