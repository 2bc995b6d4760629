package org.copytaster.enrich.tag;

import java.util.Optional;
import org.copytaster.schemas.record.Article;
import org.copytaster.tagging.text.LanguageIdentifier.IdentifiedLanguage;
import org.copytaster.tagging.text.SpokenLanguage;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZoneLabeler;

/**
 * The language of an article as {@link RecordTagger} finds it, without the engines for entities and
 * times, which take far longer to load. It is pure and may be shared by threads.
 */
public final class ArticleLanguage {

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final SpokenLanguage languages = SpokenLanguage.read();

  /**
   * What {@code EnrichedArticle.language} and its confidence will be.
   *
   * @return a BCP 47 tag and a confidence from 0 to 1, to three places; nothing where no language
   *     is sure enough
   */
  public Optional<IdentifiedLanguage> of(Article article) {
    var composed = ArticleText.of(article);
    var zones = labeler.label(composed.text(), composed.zones());
    return languages
        .of(new Text(composed.text(), zones), article.getLanguage())
        .map(
            found ->
                new IdentifiedLanguage(found.tag(), TagRecords.confidence(found.confidence())));
  }
}
