package org.copytaster.ingest.format;

import java.util.List;
import org.copytaster.schemas.record.Article;

/**
 * Text and nothing else. What the text does not say may be given beside it; without a guid the
 * article gets one from its own bytes, so that the same text is the same article.
 */
final class PlainTextFormat implements ArticleFormat {

  @Override
  public List<String> mediaTypes() {
    return List.of("text/plain");
  }

  @Override
  public String ending() {
    return ".txt";
  }

  @Override
  public Article.Builder read(Copy copy) throws UnreadableCopy {
    var fields = new ArticleFields();
    var article = Article.newBuilder().setGuid("urn:sha256:" + Digests.sha256(copy.bytes()));
    copy.given().forEach((name, value) -> fields.put(article, name, value));
    var decoded = copy.decoded(false);
    article.setBody(decoded.text().replace("\r\n", "\n")).setRepairs(decoded.repairs());
    fields.check();
    return article;
  }
}
