package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.word;

import org.copytaster.formats.copy.Draft;
import org.jsoup.nodes.Element;

/** Links of a newsItem to what it was made of and what it takes the place of. */
final class G2Links {

  private G2Links() {}

  /**
   * Reads a link by its relation, as IPTC's item relations name it and as agencies do.
   *
   * @return whether it is one between articles; others are for {@code extra}
   */
  static boolean apply(Draft draft, Element link) {
    var rel = word(attribute(link, "rel"));
    var residref = attribute(link, "residref");
    var guid = residref.isEmpty() ? attribute(link, "href") : residref;
    var version = attribute(link, "version");
    if (guid.isEmpty()) {
      return false;
    }
    switch (rel.substring(Math.max(rel.lastIndexOf(':'), rel.lastIndexOf('/')) + 1)) {
      case "previousversion", "evolvedfrom", "isupdateof", "updateof" ->
          draft.evolvedFrom(guid, version);
      case "replaces", "substitutes", "supersedes" -> draft.substitutes(guid, version);
      case "replacedby", "isreplacedby", "substitutedby", "supersededby" ->
          draft.substitutedBy(guid, version);
      case "corrects", "correctionof", "iscorrectionof" -> draft.corrects(guid, version);
      default -> {
        return false;
      }
    }
    return true;
  }
}
