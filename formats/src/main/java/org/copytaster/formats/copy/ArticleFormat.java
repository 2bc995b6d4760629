package org.copytaster.formats.copy;

import java.util.List;

/** A way in which copy is written. */
public interface ArticleFormat {

  /** By what it is known from outside. */
  FormatSigns signs();

  /** Its name in records, metrics and messages, such as {@code newsml-g2}. */
  default String name() {
    return signs().name();
  }

  /** Whether copy that begins like this is written so. Cheap; never throws. */
  boolean recognises(CopyHead glimpse);

  /**
   * Whether it is asked to read whatever is declared to be of one of its media types and no other
   * format recognises: it then says best what is wrong.
   */
  default boolean general() {
    return false;
  }

  /**
   * What the copy holds, as far as the copy itself says.
   *
   * @return at least one reading, in the order of the copy
   * @throws UnreadableCopyException if the copy does not follow the format
   */
  List<Reading> read(Copy copy) throws UnreadableCopyException;
}
