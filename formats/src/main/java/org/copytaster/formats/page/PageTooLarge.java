package org.copytaster.formats.page;

/** A page of a size that no article has. */
public final class PageTooLarge extends Exception {

  private static final long serialVersionUID = 1;

  private PageTooLarge(String message) {
    super(message);
  }

  public static PageTooLarge ofCharacters(int units) {
    return new PageTooLarge(
        "the page has "
            + units / (1024 * 1024)
            + " million characters; up to "
            + PageReader.LARGEST_PAGE / (1024 * 1024)
            + " million are read");
  }

  public static PageTooLarge ofElements(int elements) {
    return new PageTooLarge(
        "the page has " + elements + " elements; up to " + PageReader.MOST_ELEMENTS + " are read");
  }
}
