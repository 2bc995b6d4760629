package org.copytaster.tagging.entity.form;

import java.util.List;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.jspecify.annotations.Nullable;

/** A form that some names have. */
interface NameForm {

  /** Looks at a sentence; at all of a document before the first claim is made. */
  default void see(Words sentence) {}

  /**
   * The names of this form, in order and apart.
   *
   * @param found what the model found in the sentence
   */
  List<Stretch> claims(Words sentence, List<Stretch> found);

  /** What the model found at a place; null if nothing. */
  static @Nullable Stretch at(List<Stretch> found, int place) {
    for (var stretch : found) {
      if (stretch.has(place)) {
        return stretch;
      }
    }
    return null;
  }
}
