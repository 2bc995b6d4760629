package org.copytaster.tagging.entity.form;

import java.util.List;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

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
}
