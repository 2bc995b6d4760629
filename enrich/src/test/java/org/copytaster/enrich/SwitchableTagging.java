package org.copytaster.enrich;

import java.util.concurrent.atomic.AtomicBoolean;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.enrich.tag.SourceLocales;

/** A tagging that fails for everything while it is broken. */
final class SwitchableTagging {

  private final AtomicBoolean broken = new AtomicBoolean();
  private final ArticleEnricher enricher = new ArticleEnricher(this::tagger, SourceLocales.NONE);

  ArticleEnricher enricher() {
    return enricher;
  }

  boolean broken() {
    return broken.get();
  }

  void breakDown() {
    broken.set(true);
  }

  void mend() {
    broken.set(false);
  }

  private RecordTagger tagger() {
    if (broken.get()) {
      throw new IllegalStateException("broken");
    }
    return OneTagging.ENGLISH;
  }
}
