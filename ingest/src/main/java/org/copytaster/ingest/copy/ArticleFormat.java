package org.copytaster.ingest.copy;

import java.util.List;

/** A way in which copy is written. */
public interface ArticleFormat {

  /** Its name in records, metrics and messages, such as {@code newsml-g2}. */
  String name();

  /** The media types that it reads, in lower case and without parameters. */
  List<String> mediaTypes();

  /** How file names of this format may end, in lower case and with the dot; a hint, no proof. */
  List<String> endings();

  /** Whether copy that begins like this is written so. Cheap; never throws. */
  boolean recognises(Glimpse glimpse);

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
   * @throws UnreadableCopy if the copy does not follow the format
   */
  List<Reading> read(Copy copy) throws UnreadableCopy;
}
