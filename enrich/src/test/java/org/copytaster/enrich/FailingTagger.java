package org.copytaster.enrich;

import java.util.List;
import java.util.Set;
import org.copytaster.enrich.entity.ModelTagger;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.timex.DateOrder;
import org.copytaster.enrich.timex.DocumentTime;
import org.copytaster.enrich.timex.PatternTimexTagger;
import org.copytaster.enrich.timex.Timex;
import org.copytaster.enrich.timex.TimexTagger;
import org.jspecify.annotations.Nullable;

/** A tagger that cannot cope with one word, as any engine may meet a text that breaks it. */
final class FailingTagger implements TimexTagger {

  static final String MARK = "unspeakable";

  private final TimexTagger otherwise = PatternTimexTagger.english();

  static ArticleEnricher enricher() {
    return new ArticleEnricher(
        new Tagging(ModelTagger.english(), new FailingTagger()), SourceLocales.NONE);
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
