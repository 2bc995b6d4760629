package org.copytaster.enrich;

import java.util.Optional;
import org.copytaster.enrich.text.LanguageIdentifier.Identified;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.ZoneLabeler;
import org.copytaster.enrich.timex.DateOrder;
import org.copytaster.schemas.record.Article;

/**
 * The language of an article, found as it is for {@code EnrichedArticle.language}, without the cost
 * of everything else that is found in a text. It is pure and may be shared by threads.
 */
public final class ArticleLanguage {

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final SpokenLanguage languages = SpokenLanguage.read();

  /**
   * The language that the article is tagged in; nothing where none is sure enough. The status of
   * the article is not looked at.
   *
   * @return a BCP 47 tag and a confidence from 0 to 1 in steps of 0.001; 1 where the article names
   *     its language and its text is not plainly in another
   */
  public Optional<Identified> of(Article article) {
    var composed = ArticleText.of(article, DateOrder.UNKNOWN);
    var zones = labeler.label(composed.text(), composed.zones());
    return languages
        .of(new Text(composed.text(), zones), composed.language())
        .map(found -> new Identified(found.tag(), TagRecords.confidence(found.confidence())));
  }
}
