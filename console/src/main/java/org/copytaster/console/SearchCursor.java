package org.copytaster.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Where a page of found articles ended: the next one begins after this time and guid. */
record SearchCursor(Instant time, String guid) {

  private static final int LONGEST = 8_000;

  /** What PostgreSQL's timestamps can hold. */
  private static final Instant EARLIEST = Instant.parse("-4712-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("+294277-01-01T00:00:00Z");

  /** As a client sees it and sends it back. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + " " + guid).getBytes(UTF_8));
  }

  /**
   * The inverse of {@link #text}.
   *
   * @throws BadParameterException for what {@link #text} never gives for a row of the store
   */
  static SearchCursor read(String text) {
    try {
      if (text.length() <= LONGEST) {
        var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
        if (parts.length == 2) {
          var cursor = new SearchCursor(Instant.parse(parts[0]), parts[1]);
          // Written anew it is the same, or somebody else wrote it.
          if (cursor.canBeOfARow() && cursor.text().equals(text)) {
            return cursor;
          }
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad();
    }
    throw bad();
  }

  private boolean canBeOfARow() {
    return !guid.isEmpty()
        && guid.indexOf('\0') < 0
        && time.equals(time.truncatedTo(ChronoUnit.MICROS))
        && !time.isBefore(EARLIEST)
        && time.isBefore(END);
  }

  private static BadParameterException bad() {
    return new BadParameterException(
        "after", "must be the next or the cursor of an earlier answer");
  }
}
