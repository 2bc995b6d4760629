package org.copytaster.formats.teletype;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.UnreadableCopyException;

/**
 * Copy that begins with the header of its format.
 *
 * @param head the header as it was found
 * @param draft that knows what was wrong with the bytes
 * @param rest what follows the header
 */
record HeadedCopy(Matcher head, Draft draft, String rest) {

  /** Whether copy that begins like this has this header, whatever its line ends are. */
  static boolean has(Pattern header, CopyHead glimpse) {
    return header.matcher(glimpse.text().replace("\r", "")).find();
  }

  /**
   * Reads the copy as far as its header.
   *
   * @param otherwise what is wrong with copy that has none
   * @throws UnreadableCopyException if it has none, or is no text
   */
  static HeadedCopy of(Copy copy, Pattern header, String otherwise) throws UnreadableCopyException {
    var tape = Tape.of(copy);
    var head = header.matcher(tape.text());
    if (!head.find()) {
      throw new UnreadableCopyException("", otherwise);
    }
    return new HeadedCopy(head, new Draft(copy, tape.repairs()), tape.text().substring(head.end()));
  }
}
