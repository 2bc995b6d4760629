package org.copytaster.formats.copy;

import java.util.List;
import java.util.function.Function;
import org.copytaster.schemas.record.Article;

/** What a reader made of one news item; copy may hold several. */
public sealed interface Reading {

  /**
   * An article.
   *
   * @param draft what the copy says of it; the caller's to go on with
   * @param numbered whether the copy itself says which version it is; if not, a later text under
   *     the same guid is a newer version
   */
  record Text(Article.Builder draft, boolean numbered) implements Reading {}

  /**
   * An item without text: a picture, a plan, a package, a concept.
   *
   * @param guid as the copy gives it; empty if it gives none
   * @param what it is instead, in a few words, for instance {@code a picture}
   */
  record NotText(String guid, String what) implements Reading {}

  /** One item among others that cannot be read; the others can. */
  record Unreadable(List<FieldProblem> problems) implements Reading {
    /** Copies the list. */
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }

  /** Applies the function for this kind of reading. */
  default <R> R fold(
      Function<Text, R> text, Function<NotText, R> notText, Function<Unreadable, R> unreadable) {
    if (this instanceof Text t) {
      return text.apply(t);
    }
    return this instanceof NotText n ? notText.apply(n) : unreadable.apply((Unreadable) this);
  }
}
