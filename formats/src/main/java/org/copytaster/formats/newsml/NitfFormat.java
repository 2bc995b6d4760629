package org.copytaster.formats.newsml;

import java.util.List;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.schemas.record.PubStatus;

/** NITF 3.x, the News Industry Text Format: one article a document. */
public final class NitfFormat implements ArticleFormat {

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "nitf",
        List.of(
            "application/nitf+xml",
            "text/vnd.iptc.nitf",
            "application/xml",
            "text/xml",
            "text/nitf"),
        List.of(".nitf", ".xml"));
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return glimpse.root().filter(root -> root.equalsIgnoreCase("nitf")).isPresent();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var draft = new Draft(copy, xml.repairs());
    var head = new NitfHead(draft, xml.root(), copy.circumstances().zone());
    head.read();
    var headline = NitfText.headline(xml.root());
    draft.headline(headline);
    draft.byline(NitfText.byline(xml.root())).dateline(NitfText.dateline(xml.root()));
    var body = NitfText.body(xml.root(), headline);
    if (body.isEmpty() && draft.article().getPubStatus() != PubStatus.CANCELED) {
      return List.of(new Reading.NotText(draft.article().getGuid(), "a document without a body"));
    }
    return List.of(draft.body(body).reading());
  }
}
