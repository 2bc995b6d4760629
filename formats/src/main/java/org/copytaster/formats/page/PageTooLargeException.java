package org.copytaster.formats.page;

/** A page of a size that no article has. */
public final class PageTooLargeException extends Exception {

  private static final long serialVersionUID = 1;

  private PageTooLargeException(String message) {
    super(message);
  }

  static PageTooLargeException ofCharacters(int units) {
    return new PageTooLargeException(
        "the page has "
            + units / (1024 * 1024)
            + " million characters; up to "
            + PageReader.LARGEST_PAGE / (1024 * 1024)
            + " million are read");
  }

  static PageTooLargeException ofElements(int elements) {
    return new PageTooLargeException(
        "the page has " + elements + " elements; up to " + PageReader.MOST_ELEMENTS + " are read");
  }
}
