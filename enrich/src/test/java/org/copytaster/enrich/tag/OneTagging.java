package org.copytaster.enrich.tag;

import org.copytaster.tagging.entity.tag.ModelTagger;

/** The engines of this version, loaded once for all tests: they are pure, and costly to make. */
public final class OneTagging {

  public static final RecordTagger ENGLISH = RecordTagger.english();

  public static final ModelTagger ENTITIES = ModelTagger.english();

  private OneTagging() {}
}
