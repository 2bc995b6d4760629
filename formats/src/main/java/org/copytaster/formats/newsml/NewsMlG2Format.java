package org.copytaster.formats.newsml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;

/**
 * NewsML-G2: one item, a message with many, or a part of an item as in IPTC's guidelines. Only a
 * newsItem can hold text.
 */
public final class NewsMlG2Format implements ArticleFormat {

  /** The items without text, and the parts of items, with what they are. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "packageItem", "a package",
          "planningItem", "a plan",
          "conceptItem", "a concept",
          "knowledgeItem", "a list of concepts",
          "catalogItem", "a catalog",
          "groupSet", "a part of a package",
          "contentMeta", "a part of an item",
          "itemMeta", "a part of an item");

  private static final Set<String> ROOTS = Set.of("newsitem", "newsmessage", "contentset");

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "newsml-g2",
        List.of(
            "application/vnd.iptc.g2.newsmessage+xml",
            "application/vnd.iptc.g2.newsitem+xml",
            "application/vnd.iptc.g2.packageitem+xml",
            "application/vnd.iptc.g2.planningitem+xml",
            "application/vnd.iptc.g2.conceptitem+xml",
            "application/vnd.iptc.g2.knowledgeitem+xml",
            "application/vnd.iptc.g2.catalogitem+xml",
            "application/xml",
            "text/xml"),
        List.of(".xml", ".newsml", ".g2"));
  }

  /** NewsML 1.2 has its own root, so that these names mean G2 also without its namespace. */
  @Override
  public boolean recognises(CopyHead glimpse) {
    return glimpse
        .root()
        .filter(
            root ->
                ROOTS.contains(XmlTree.word(root))
                    || OTHERS.keySet().stream().anyMatch(root::equalsIgnoreCase))
        .isPresent();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var items = new ArrayList<Element>();
    collect(xml.root(), items);
    var readings = new ArrayList<Reading>();
    for (var item : items) {
      readings.add(reading(copy, item, xml.repairs()));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "a message without items"));
    }
    return readings;
  }

  private static void collect(Element root, List<Element> items) {
    if (!XmlTree.is(root, "newsMessage")) {
      items.add(root);
      return;
    }
    for (var set : XmlTree.at(root, "itemSet")) {
      items.addAll(set.children());
    }
    if (items.isEmpty()) {
      items.addAll(XmlTree.at(root, "newsItem"));
    }
  }

  private static Reading reading(Copy copy, Element item, List<String> repairs)
      throws UnreadableCopyException {
    for (var other : OTHERS.entrySet()) {
      if (XmlTree.is(item, other.getKey())) {
        return new Reading.NotText(XmlTree.attribute(item, "guid"), other.getValue());
      }
    }
    return G2Item.read(copy, item, repairs);
  }
}
