package org.copytaster.formats.page;

import java.util.Locale;

/**
 * What a page is as a whole.
 *
 * @param type what it most likely is
 * @param confidence from 0 to 1, how sure that is
 */
public record PageKind(Type type, double confidence) {

  /** So sure that a page without running text is no article that it is not kept as one. */
  private static final double SURE = 0.9;

  /** Kinds of pages. */
  public enum Type {
    ARTICLE("an article"),
    LISTING("a page of links"),
    PRODUCT("a page of products"),
    GALLERY("a gallery"),
    ERROR("an error page"),
    LOGIN("a login page");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** The kind in a few words, with its article. */
    public String words() {
      return words;
    }
  }

  /** Whether it is an article, as far as one can tell. */
  public boolean isArticle() {
    return type == Type.ARTICLE;
  }

  /** Whether it is surely something else. */
  public boolean isSurelyOther() {
    return !isArticle() && confidence >= SURE;
  }

  /** The kind in one word. */
  public String word() {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
