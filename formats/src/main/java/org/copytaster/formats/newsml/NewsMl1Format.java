package org.copytaster.formats.newsml;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.formats.markup.XmlTree;

/** NewsML 1.0 to 1.2: an envelope and any number of items in it. */
public final class NewsMl1Format implements ArticleFormat {

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "newsml-1.2",
        List.of(
            "application/vnd.iptc.newsml+xml",
            "text/vnd.iptc.newsml",
            "application/xml",
            "text/xml"),
        List.of(".xml", ".newsml"));
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return glimpse.root().filter(root -> root.equalsIgnoreCase("NewsML")).isPresent();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var readings = new ArrayList<Reading>();
    for (var item : XmlTree.at(xml.root(), "NewsItem")) {
      readings.addAll(NewsMl1Item.read(copy, item, xml.repairs()));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText("", "an envelope without items"));
    }
    return readings;
  }
}
