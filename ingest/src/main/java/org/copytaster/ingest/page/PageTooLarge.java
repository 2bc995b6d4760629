package org.copytaster.ingest.page;

/** A page of a size that no article has. */
public final class PageTooLarge extends Exception {

  private static final long serialVersionUID = 1;

  PageTooLarge(int units) {
    super(
        "the page has "
            + units / (1024 * 1024)
            + " million characters; up to "
            + PageReader.LARGEST_PAGE / (1024 * 1024)
            + " million are read");
  }
}
