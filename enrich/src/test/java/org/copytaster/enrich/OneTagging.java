package org.copytaster.enrich;

import org.copytaster.tagging.entity.tag.ModelTagger;

/** The engines of this version, loaded once for all tests: they are pure, and costly to make. */
final class OneTagging {

  static final Tagging ENGLISH = Tagging.english();

  static final ModelTagger ENTITIES = ModelTagger.english();

  private OneTagging() {}
}
