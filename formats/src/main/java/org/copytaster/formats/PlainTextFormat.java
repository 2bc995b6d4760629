package org.copytaster.formats;

import java.util.List;
import org.copytaster.formats.copy.ArticleFields;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;

/**
 * Text and nothing else. What the text does not say may be given beside it; without a guid the
 * article gets one from its own bytes, so that the same text is the same article.
 */
final class PlainTextFormat implements ArticleFormat {

  @Override
  public FormatSigns signs() {
    return new FormatSigns("text", List.of("text/plain"), List.of(".txt", ".text", ".tst"));
  }

  /** Text says nothing of itself; it is what is declared to be, or what nobody else wants. */
  @Override
  public boolean recognises(CopyHead glimpse) {
    return false;
  }

  /** Whether copy that no format recognises may be text: no markup, no JSON, no binary. */
  static boolean possible(CopyHead glimpse) {
    var text = glimpse.text().stripLeading();
    return !text.isEmpty() && "<{[%".indexOf(text.charAt(0)) < 0 && text.indexOf('\0') < 0;
  }

  @Override
  public boolean general() {
    return true;
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var fields = new ArticleFields();
    var article = Article.newBuilder().setGuid(Digests.urn(copy.bytes()));
    copy.given().forEach((name, value) -> fields.put(article, name, value));
    var decoded = copy.decoded(false);
    article.setBody(decoded.text().replace("\r\n", "\n")).setRepairs(decoded.repairs());
    fields.check();
    return List.of(new Reading.Text(article, copy.given().containsKey("version")));
  }
}
