package org.copytaster.tagging.entity.form;

import java.util.List;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;
import org.copytaster.tagging.text.Token;

/** A form that some names have. */
interface NameForm {

  /** Looks at a sentence; at all of a document before the first claim is made. */
  default void see(List<Token> sentence) {}

  /**
   * The names of this form, in order and apart.
   *
   * @param found what the model found in the sentence
   */
  List<Stretch> claims(List<Token> sentence, List<Stretch> found);
}
