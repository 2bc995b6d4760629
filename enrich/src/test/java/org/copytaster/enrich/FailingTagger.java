package org.copytaster.enrich;

import java.util.List;
import java.util.Set;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.enrich.tag.SourceLocales;
import org.copytaster.tagging.Tagger;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.timex.DateOrder;
import org.copytaster.tagging.timex.DocumentTime;
import org.copytaster.tagging.timex.PatternTimexTagger;
import org.copytaster.tagging.timex.Timex;
import org.copytaster.tagging.timex.TimexTagger;
import org.jspecify.annotations.Nullable;

/** A tagger that cannot cope with one word, as any engine may meet a text that breaks it. */
final class FailingTagger implements TimexTagger {

  static final String MARK = "unspeakable";

  private static final ArticleEnricher ENRICHER =
      new ArticleEnricher(
          new RecordTagger(Tagger.of(OneTagging.ENTITIES, new FailingTagger())),
          SourceLocales.NONE);

  private final TimexTagger otherwise = PatternTimexTagger.english();

  static ArticleEnricher enricher() {
    return ENRICHER;
  }

  @Override
  public List<Timex> tag(Text text, @Nullable DocumentTime creation, DateOrder order) {
    if (text.characters().contains(MARK)) {
      throw new IllegalStateException("cannot cope with: " + text.characters());
    }
    return otherwise.tag(text, creation, order);
  }

  @Override
  public Set<String> languages() {
    return otherwise.languages();
  }

  @Override
  public String engine() {
    return otherwise.engine();
  }
}
